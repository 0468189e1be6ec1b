package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.simulator.login.SampleTenant;
import java.util.List;
import java.util.Locale;

/** Fills the simulated tenant: enough users for real paging, and each special case that a rule needs. */
public final class SeedDirectory {
    public static final int USERS = 250;
    public static final int ADMINISTRATOR = 0;
    static final int GUEST = 1;
    /** The first of the ordinary users, who is in the first group. */
    public static final int MEMBER = 2;
    /** A user who is in no group. */
    public static final int LONER = 249;

    private static final String[] GIVEN = {
        "Adele", "Bruno", "Chiara", "Diego", "Emre", "Fatima", "Grete", "Hiro", "Isla", "Jonas", "Kaya", "Lena"
    };
    private static final String[] FAMILY = {
        "Vance", "Okafor", "Rossi", "Lindqvist", "Demir", "Haddad", "Novak", "Tanaka", "Murray", "Weber", "Silva"
    };
    private static final String[] DEPARTMENTS = {"Sales", "Research", "Finance", "Operations"};
    private static final String[] GROUPS = {"Sales", "Research", "Finance", "Operations", "All Company"};

    private SeedDirectory() {}

    /** Users and groups of somebody's own; members are the users whose ids a group lists. */
    static Directory of(List<ObjectNode> tenant) {
        Directory directory = new Directory();
        for (ObjectNode object : tenant) {
            boolean user = !Json.field(object, "userName").isMissingNode();
            String name = object.path(user ? "userName" : "displayName").asText();
            ObjectNode kept = object.deepCopy();
            if (!ScimUrl.isGuid(kept.path("id").asText())) {
                kept.put("id", SampleTenant.idOf(name));
            }
            JsonNode members = kept.remove("members");
            directory.put(user ? ResourceKind.USERS : ResourceKind.GROUPS, kept);
            for (JsonNode member : members == null ? List.<JsonNode>of() : members) {
                directory.addMember(
                        kept.path("id").asText(), member.path("value").asText());
            }
        }
        return directory;
    }

    static Directory create() {
        Directory directory = new Directory();
        for (int i = 0; i < USERS; i++) {
            directory.put(ResourceKind.USERS, user(i));
        }
        for (int i = 0; i < GROUPS.length; i++) {
            directory.put(ResourceKind.GROUPS, group(i));
            String groupId = SampleTenant.groupId(i);
            directory.addOwner(groupId, SampleTenant.userId(MEMBER + i));
            for (int j = MEMBER; j < LONER; j++) {
                if (belongs(j, i)) {
                    directory.addMember(groupId, SampleTenant.userId(j));
                }
            }
        }
        return directory;
    }

    /** Every user is in one group, every other one in the last as well, and the first member also in the first. */
    private static boolean belongs(int user, int group) {
        boolean own = user % GROUPS.length == group;
        boolean company = group == GROUPS.length - 1 && user % 2 == 0;
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
        return (given(number) + "." + family(number)).toLowerCase(Locale.ROOT) + number;
    }

    private static String given(int number) {
        return GIVEN[number % GIVEN.length];
    }

    private static String family(int number) {
        return FAMILY[number % FAMILY.length];
    }

    private static ObjectNode user(int number) {
        ObjectNode user = Nodes.object();
        user.set("schemas", Nodes.array(Attributes.CORE_USER, Attributes.ENTERPRISE_USER, Attributes.ENTRA_USER));
        user.put("id", SampleTenant.userId(number));
        user.put("externalId", "E" + (10_000 + number));
        user.put("userName", userName(number));
        user.putObject("name").put("givenName", given(number)).put("familyName", family(number));
        user.put(
                "displayName", number == ADMINISTRATOR ? "Tenant Administrator" : given(number) + " " + family(number));
        user.put("title", number == ADMINISTRATOR ? "Global Administrator" : "Specialist");
        user.put("active", number % 25 != 24);
        user.put("preferredLanguage", "en-GB");
        user.putArray("emails")
                .addObject()
                .put("type", "work")
                .put("primary", true)
                .put("value", nickname(number) + "@" + SampleTenant.DOMAIN);
        user.putArray("phoneNumbers").addObject().put("type", "work").put("value", "+1 555 01" + (100 + number));
        user.putArray("addresses")
                .addObject()
                .put("type", "work")
                .put("locality", "Redmond")
                .put("country", "US");
        ObjectNode enterprise = user.putObject(Attributes.ENTERPRISE_USER);
        enterprise.put("department", DEPARTMENTS[number % DEPARTMENTS.length]);
        enterprise.put("employeeNumber", Integer.toString(10_000 + number));
        if (number > ADMINISTRATOR) {
            enterprise.putObject("manager").put("value", SampleTenant.userId(number / 10));
        }
        user.putObject(Attributes.ENTRA_USER)
                .put("mailNickname", number == ADMINISTRATOR ? "admin" : nickname(number))
                .put("userType", number == GUEST ? "Guest" : "Member")
                .put("usageLocation", "US");
        user.set(
                "meta",
                Nodes.object().put("resourceType", "user").put("location", "/users/" + SampleTenant.userId(number)));
        return user;
    }

    private static ObjectNode group(int number) {
        ObjectNode group = Nodes.object();
        group.set("schemas", Nodes.array(Attributes.CORE_GROUP, Attributes.ENTRA_GROUP));
        group.put("id", SampleTenant.groupId(number));
        group.put("displayName", GROUPS[number]);
        boolean mail = number == GROUPS.length - 1;
        group.putObject(Attributes.ENTRA_GROUP)
                .put("description", "The " + GROUPS[number] + " group")
                .put("mailEnabled", mail)
                .put("mailNickname", GROUPS[number].toLowerCase(Locale.ROOT).replace(" ", ""))
                .put("securityEnabled", !mail);
        group.set(
                "meta",
                Nodes.object()
                        .put("resourceType", "group")
                        .put("created", "2026-01-15T09:00:00Z")
                        .put("location", "/groups/" + SampleTenant.groupId(number)));
        return group;
    }
}
