using System.Text;

namespace ChatBot.Store;

/// <summary>Numbers of rows as a parameter for <see cref="StoreDatabase.Rows"/>, with the one column <c>id</c>.</summary>
internal static class RowIds
{
    public static string Json(IEnumerable<long> ids)
    {
        var json = new StringBuilder("[");
        foreach (var id in ids) json.Append(json.Length > 1 ? "," : "").Append("{\"id\":").Append(id).Append('}');
        return json.Append(']').ToString();
    }
}
