// A gRPC server of another implementation: answers what the tests ask for, with messages as raw bytes.
'use strict';
const grpc = require('@grpc/grpc-js');

const raw = bytes => bytes;
const unary = path => ({
  path, requestStream: false, responseStream: false,
  requestSerialize: raw, requestDeserialize: raw, responseSerialize: raw, responseDeserialize: raw,
});
const service = {
  Text: unary('/haiac.test.Echo/Text'),
  Fail: unary('/haiac.test.Echo/Fail'),
  Wait: unary('/haiac.test.Echo/Wait'),
  Many: { ...unary('/haiac.test.Echo/Many'), responseStream: true },
};

const server = new grpc.Server({
  'grpc.max_receive_message_length': 419430400,
  'grpc.max_send_message_length': 419430400,
});
server.addService(service, {
  Text: (call, done) => done(null, call.request),
  // The request is the content of the details trailer.
  Fail: (call, done) => {
    const metadata = new grpc.Metadata();
    metadata.set('grpc-status-details-bin', call.request);
    done({ code: 9, details: 'ünï 100 % → 世界\nnext', metadata });
  },
  Wait: (call, _) => call.on('cancelled', () => console.log('cancelled')),
  Many: call => {
    for (let i = 0; i < 1000; i++) call.write(call.request);
    call.end();
  },
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port);
});
process.stdin.on('end', () => process.exit(0)).resume();
