namespace Pulumi;

/// <summary>The deployment that the calling code runs in: what it is called, and calls of providers' functions.</summary>
public sealed class DeploymentInstance
{
    private readonly Deployment _deployment;

    internal DeploymentInstance(Deployment deployment) => _deployment = deployment;

    /// <summary>Name of the stack, without organization and project.</summary>
    public string StackName => _deployment.StackName;

    /// <summary>Name of the project, as the project file says.</summary>
    public string ProjectName => _deployment.ProjectName;

    /// <summary>Name of the organization; <c>organization</c> where the backend has none.</summary>
    public string OrganizationName => _deployment.Settings.Organization;

    /// <summary>Folder of the project file, as an absolute path.</summary>
    /// <exception cref="InvalidOperationException">The engine did not say.</exception>
    public string RootDirectory
        => _deployment.Settings.RootDirectory
            ?? throw new InvalidOperationException("The engine did not say where the project file is (PULUMI_ROOT_DIRECTORY is not set).");

    /// <summary>Whether this run is a preview, in which values that only an update can tell are unknown.</summary>
    public bool IsDryRun => _deployment.Settings.IsDryRun;

    /// <summary>Calls a function of a provider. The call waits until its arguments are known.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _deployment.Invoker.Invoke<T>(token, args, options, false, null);

    /// <summary>Calls a function of a provider. The call waits until its arguments are known.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.Invoke<T>(token, args, options, false, registerPackageRequest);

    /// <summary>Calls a function of a provider. The call waits until its arguments are known.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => _deployment.Invoker.Invoke<T>(token, args, options, false, null);

    /// <summary>Calls a function of a provider. The call waits until its arguments are known.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.Invoke<T>(token, args, options, false, registerPackageRequest);

    /// <summary>Calls a function of a provider. The call waits until its arguments are known. For programs that need the plain result at once.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <returns>The result.</returns>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _deployment.Invoker.InvokeAsync<T>(token, args, options, false, null);

    /// <summary>Calls a function of a provider. The call waits until its arguments are known. For programs that need the plain result at once.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>The result.</returns>
    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.InvokeAsync<T>(token, args, options, false, registerPackageRequest);

    /// <summary>Calls a function of a provider that returns one value, wrapped in an object of one field.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _deployment.Invoker.Invoke<T>(token, args, options, true, null);

    /// <summary>Calls a function of a provider that returns one value, wrapped in an object of one field.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.Invoke<T>(token, args, options, true, registerPackageRequest);

    /// <summary>Calls a function of a provider that returns one value, wrapped in an object of one field.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => _deployment.Invoker.Invoke<T>(token, args, options, true, null);

    /// <summary>Calls a function of a provider that returns one value, wrapped in an object of one field.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>The result; unknown while an argument is. A refusal fails the program.</returns>
    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.Invoke<T>(token, args, options, true, registerPackageRequest);

    /// <summary>Calls a function of a provider that returns one value, wrapped in an object of one field. For programs that need the plain result at once.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <returns>The result.</returns>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => _deployment.Invoker.InvokeAsync<T>(token, args, options, true, null);

    /// <summary>Calls a function of a provider that returns one value, wrapped in an object of one field. For programs that need the plain result at once.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>The result.</returns>
    public Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.InvokeAsync<T>(token, args, options, true, registerPackageRequest);

    /// <summary>Calls a function of a provider and drops the result.</summary>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <returns>When the call is done.</returns>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => _deployment.Invoker.InvokeAsync<object>(token, args, options, false, null);

    /// <summary>Calls a function of a provider and drops the result.</summary>
    /// <param name="token">Token of the function, such as <c>haiac:index:lookup</c>.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    /// <returns>When the call is done.</returns>
    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Invoker.InvokeAsync<object>(token, args, options, false, registerPackageRequest);

    /// <summary>Calls a method of a resource. The call waits until its arguments and its receiver are there.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the method.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="self">The receiver; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <returns>The result; a refusal fails the program.</returns>
    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => _deployment.Caller.Call<T>(token, args, self, options, null);

    /// <summary>Calls a method of a resource of a parameterized package.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="token">Token of the method.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="self">The receiver; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    public Output<T> Call<T>(
        string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Caller.Call<T>(token, args, self, options, registerPackageRequest);

    /// <summary>Calls a method of a resource and drops the result.</summary>
    /// <param name="token">Token of the method.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="self">The receiver; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => _deployment.Caller.Call<object>(token, args, self, options, null);

    /// <summary>Calls a method of a resource of a parameterized package and drops the result.</summary>
    /// <param name="token">Token of the method.</param>
    /// <param name="args">Arguments.</param>
    /// <param name="self">The receiver; <c>null</c> for none.</param>
    /// <param name="options">Options; <c>null</c> for the defaults.</param>
    /// <param name="registerPackageRequest">The parameterized package that serves the call; <c>null</c> for none.</param>
    public void Call(
        string token, CallArgs args, Resource? self, CallOptions? options, RegisterPackageRequest? registerPackageRequest)
        => _deployment.Caller.Call<object>(token, args, self, options, registerPackageRequest);

    /// <summary>Adds a function that the engine calls for every call of a provider's function in this program.</summary>
    /// <param name="transform">The function. Calls made before the engine knows it are not changed.</param>
    public void RegisterInvokeTransform(InvokeTransform transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        _deployment.Invoker.AddTransform(transform);
    }
}
