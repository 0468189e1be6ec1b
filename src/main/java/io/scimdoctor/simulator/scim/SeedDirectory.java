package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.json.JsonWriter;
import io.scimdoctor.json.Resource;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.simulator.wire.Nodes;
import io.scimdoctor.simulator.wire.SampleTenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills the simulated tenant: enough users for real paging, and each special case that a rule needs. */
public final class SeedDirectory {
    public static final int USERS = 250;
    public static final int ADMINISTRATOR = 0;
    static final int GUEST = 1;
    /** The first of the ordinary users, who is in the first group. */
    public static final int MEMBER = 2;
    /** A user who is in no group. */
    public static final int LONER = 249;

    private static final JsonNode DATA = Resource.json(SeedDirectory.class, "tenant.json");
    private static final int GROUPS = DATA.path("groups").size();

    private SeedDirectory() {}

    /** Users and groups of somebody's own; members are the users whose ids a group lists. */
    static Directory of(List<ObjectNode> tenant) {
        Directory directory = new Directory();
        for (ObjectNode object : tenant) {
            boolean user = !Json.field(object, "userName").isMissingNode();
            ResourceKind kind = user ? ResourceKind.USERS : ResourceKind.GROUPS;
            String name = object.path(user ? "userName" : "displayName").asText();
            String own = object.path("id").asText();
            String id = ScimUrl.isGuid(own) ? own : SampleTenant.idOf(name);
            // The file may override what the service gives every object; a password is never kept.
            ObjectNode kept = Nodes.resource(kind, id);
            kept.setAll(object.deepCopy());
            kept.remove("password");
            kept.put("id", id);
            JsonNode members = kept.remove("members");
            directory.put(kind, kept);
            for (JsonNode member : members == null ? List.<JsonNode>of() : members) {
                directory.members(id).add(member.path("value").asText());
            }
        }
        return directory;
    }

    static Directory create() {
        Directory directory = new Directory();
        for (int i = 0; i < USERS; i++) {
            directory.put(ResourceKind.USERS, user(i));
        }
        for (int i = 0; i < GROUPS; i++) {
            directory.put(ResourceKind.GROUPS, group(i));
            String groupId = SampleTenant.groupId(i);
            directory.owners(groupId).add(SampleTenant.userId(MEMBER + i));
            for (int j = MEMBER; j < LONER; j++) {
                if (belongs(j, i)) {
                    directory.members(groupId).add(SampleTenant.userId(j));
                }
            }
        }
        return directory;
    }

    /** Every user is in one group, every other one in the last as well, and the first member also in the first. */
    private static boolean belongs(int user, int group) {
        boolean own = user % GROUPS == group;
        boolean company = group == GROUPS - 1 && user % 2 == 0;
        return own || company || (user == MEMBER && group == 0);
    }

    public static String userName(int number) {
        return switch (number) {
            case ADMINISTRATOR -> "admin@" + SampleTenant.DOMAIN;
            case GUEST -> "guest_fabrikam.example#EXT#@" + SampleTenant.INITIAL_DOMAIN;
            default -> nickname(number) + "@" + SampleTenant.DOMAIN;
        };
    }

    private static String nickname(int number) {
        return (one("given", number) + "." + one("family", number)).toLowerCase(Locale.ROOT) + number;
    }

    private static String one(String list, int number) {
        return DATA.path(list).path(number % DATA.path(list).size()).asText();
    }

    private static ObjectNode user(int number) {
        Map<String, String> values = Map.of(
                "id", SampleTenant.userId(number),
                "number", Integer.toString(10_000 + number),
                "userName", userName(number),
                "given", one("given", number),
                "family", one("family", number),
                "nickname", nickname(number),
                "phone", Integer.toString(100 + number),
                "department", one("departments", number),
                "manager", SampleTenant.userId(number / 10),
                "type", number == GUEST ? "Guest" : "Member");
        ObjectNode user = filled("user", values).put("active", number % 25 != 24);
        if (number == ADMINISTRATOR) {
            user.put("displayName", "Tenant Administrator").put("title", "Global Administrator");
            ((ObjectNode) user.path(Attributes.ENTERPRISE_USER)).remove("manager");
            ((ObjectNode) user.path(Attributes.ENTRA_USER)).put("mailNickname", "admin");
        }
        return user;
    }

    /** The last group is one for mail, all others are for access. */
    private static ObjectNode group(int number) {
        String name = one("groups", number);
        String nickname = name.toLowerCase(Locale.ROOT).replace(" ", "");
        ObjectNode group =
                filled("group", Map.of("id", SampleTenant.groupId(number), "name", name, "nickname", nickname));
        boolean mail = number == GROUPS - 1;
        ((ObjectNode) group.path(Attributes.ENTRA_GROUP))
                .put("mailEnabled", mail)
                .put("securityEnabled", !mail);
        return group;
    }

    /** The object of that name in the data, with these values in its texts. */
    private static ObjectNode filled(String name, Map<String, String> values) {
        String text = JsonWriter.compactText(DATA.path(name));
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return (ObjectNode) Json.readLeniently(text).node();
    }
}
