package io.scimdoctor.scim;

/** What a SCIM path points at (RFC 7644, section 3.2). */
public enum ResourceKind {
    SERVICE_PROVIDER_CONFIG("serviceproviderconfig"),
    RESOURCE_TYPES("resourcetypes"),
    SCHEMAS("schemas"),
    USERS("users"),
    GROUPS("groups"),
    /** Below the SCIM base, but nothing that this API serves. */
    UNKNOWN(""),
    /** Not below the SCIM base at all. */
    OUTSIDE("");

    private final String segment;

    ResourceKind(String segment) {
        this.segment = segment;
    }

    /** The path segment in lower case, as Microsoft's documents write it. */
    public String segment() {
        return segment;
    }

    /** Whether the path names a discovery endpoint. */
    public boolean isDiscovery() {
        return this == SERVICE_PROVIDER_CONFIG || this == RESOURCE_TYPES || this == SCHEMAS;
    }

    /** Whether the path names users or groups. */
    public boolean isDirectory() {
        return this == USERS || this == GROUPS;
    }

    static ResourceKind ofSegment(String segment) {
        for (ResourceKind kind : values()) {
            if (!kind.segment.isEmpty() && kind.segment.equalsIgnoreCase(segment)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
