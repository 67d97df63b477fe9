using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace ChatBot.Tests.Store;

/// <summary>Runs a test against each database.</summary>
internal sealed class EachDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([new TheoryDataRow<StoreKind>(StoreKind.Sqlite), new TheoryDataRow<StoreKind>(StoreKind.PostgreSql)]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
