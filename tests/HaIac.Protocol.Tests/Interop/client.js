// A gRPC client of another implementation: calls every method of the tests' server and prints what came back as JSON.
'use strict';
const grpc = require('@grpc/grpc-js');

const raw = bytes => bytes;
const client = new grpc.Client(process.argv[2], grpc.credentials.createInsecure(), {
  'grpc.max_receive_message_length': 419430400,
  'grpc.max_send_message_length': 419430400,
});
const message = Buffer.from(process.argv[3], 'base64');
const large = Number(process.argv[4]);

const call = (method, request, options = {}) => new Promise(resolve => {
  const started = client.makeUnaryRequest('/haiac.test.Echo/' + method, raw, raw, request, new grpc.Metadata(), options,
    (error, answer) => resolve(error
      ? { code: error.code, message: error.details,
          details: (error.metadata.get('grpc-status-details-bin')[0] || Buffer.alloc(0)).toString('base64') }
      : { code: 0, length: answer.length, same: answer.equals(request) }));
  if (options.cancelAfter) setTimeout(() => started.cancel(), options.cancelAfter);
});

const stream = () => new Promise(resolve => {
  let count = 0;
  const messages = client.makeServerStreamRequest('/haiac.test.Echo/Many', raw, raw, message, new grpc.Metadata(), {});
  messages.on('data', bytes => { if (bytes.equals(message)) count++; });
  messages.on('error', error => resolve({ code: error.code, count }));
  messages.on('end', () => resolve({ code: 0, count }));
});

// A StringValue of the wanted size: field 1, length, text.
const varint = n => n < 128 ? [n] : [(n & 127) | 128, ...varint(Math.floor(n / 128))];
const big = Buffer.concat([Buffer.from([10, ...varint(large)]), Buffer.alloc(large, 'a')]);

(async () => {
  const result = {
    text: await call('Text', message),
    large: await call('Text', big),
    fail: await call('Fail', message),
    nothing: await call('Nothing', message),
    garbage: await call('Text', Buffer.from([255, 255])),
    deadline: await call('Wait', message, { deadline: Date.now() + 200 }),
    cancelled: await call('Wait', message, { cancelAfter: 200 }),
    many: await stream(),
    parallel: (await Promise.all(Array.from({ length: 300 }, () => call('Text', message)))).filter(r => r.same).length,
  };
  console.log(JSON.stringify(result));
  client.close();
})();
