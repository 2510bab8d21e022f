using Pulumi.TestProgram;

// The programs by the names that the tests use. The first argument chooses one.
var programs = new Dictionary<string, Func<Task<int>>>
{
    ["load"] = LoadPrograms.ThousandAsync,
    ["deep"] = LoadPrograms.DeepAsync,
    ["hooks-that-invoke"] = LoadPrograms.HooksThatInvokeAsync,
    ["one-apply-of-thousands"] = FailingPrograms.OneApplyOfThousandsAsync,
    ["before-registrations"] = FailingPrograms.BeforeRegistrationsAsync,
    ["after-registrations"] = FailingPrograms.AfterRegistrationsAsync,
    ["while-answers-are-open"] = FailingPrograms.WhileAnswersAreOpenAsync,
    ["in-an-input"] = FailingPrograms.InAnInputAsync,
    ["in-component-outputs"] = FailingPrograms.InComponentOutputsAsync,
    ["in-stack-outputs"] = FailingPrograms.InStackOutputsAsync,
    ["in-a-transformation"] = FailingPrograms.InATransformationAsync,
    ["in-a-transform"] = FailingPrograms.InATransformAsync,
    ["in-a-hook"] = FailingPrograms.InAHookAsync,
    ["one-reason-many-times"] = FailingPrograms.OneReasonManyTimesAsync,
    ["two-reasons"] = FailingPrograms.TwoReasonsAsync,
    ["static-constructor"] = FailingPrograms.StaticConstructorAsync,
    ["async-void"] = FailingPrograms.AsyncVoidAsync,
    ["own-thread"] = FailingPrograms.OwnThreadAsync,
    ["while-main-blocks"] = FailingPrograms.WhileMainBlocksAsync,
    ["own-output-as-input"] = CirclePrograms.OwnOutputAsInputAsync,
    ["own-component"] = CirclePrograms.OwnComponentAsync,
    ["each-other"] = CirclePrograms.EachOtherAsync,
    ["outputs-only"] = CirclePrograms.OutputsOnlyAsync,
    ["caught-constructor"] = EndingPrograms.CaughtConstructorAsync,
    ["exit-early"] = EndingPrograms.ExitEarlyAsync,
    ["exit-early-with-code"] = EndingPrograms.ExitEarlyWithCodeAsync,
    ["waits-for-answers"] = EndingPrograms.WaitsForAnswersAsync,
    ["waits-for-itself"] = EndingPrograms.WaitsForItselfAsync,
    ["blocks-its-thread"] = EndingPrograms.BlocksItsThreadAsync,
    ["serves-callbacks"] = EndingPrograms.ServesCallbacksAsync,
    ["provider"] = EchoProvider.ServeAsync,
    ["runs-twice"] = EndingPrograms.RunsTwiceAsync,
};

return await programs[args[0]]();
