package io.scimdoctor.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

/** The names and ids of the simulated tenant; every one is obviously made up. */
public final class SampleTenant {
    public static final String TENANT_ID = "5c1d0c70-1111-4222-8333-444455556666";
    public static final String CLIENT_ID = "5c1d0c70-aaaa-4bbb-8ccc-ddddeeeeffff";
    public static final String SERVICE_PRINCIPAL_ID = "5c1d0c70-9999-4888-8777-666655554444";
    public static final String CLIENT_SECRET = "simulated-secret-not-a-real-one";
    public static final String DOMAIN = "contoso.example";
    public static final String INITIAL_DOMAIN = "contoso.onmicrosoft.example";
    public static final String UNKNOWN_ID = "00000000-5c1d-4000-8000-000000000000";
    public static final String AUDIENCE = "https://graph.microsoft.com";

    /** Enough for every operation except custom security attributes. */
    public static final Set<String> ROLES =
            Set.of("User.ReadWrite.All", "Group.ReadWrite.All", "User-LifeCycleInfo.ReadWrite.All");

    private SampleTenant() {}

    /** The object id of the n-th seeded user; 0 is the administrator. */
    public static String userId(int number) {
        return idOf("user-" + number);
    }

    /** The object id of the n-th seeded group. */
    public static String groupId(int number) {
        return idOf("group-" + number);
    }

    /** The object id of what somebody seeded under that name. */
    public static String idOf(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
