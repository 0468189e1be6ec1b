package io.scimdoctor.scim;

import java.util.Locale;

/** The names of schemas, and what can be done to attribute names. */
public final class Attributes {
    public static final String CORE_USER = "urn:ietf:params:scim:schemas:core:2.0:User";
    public static final String CORE_GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public static final String ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    public static final String ENTRA_USER = "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:User";
    public static final String ENTRA_GROUP = "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:Group";
    /** The namespace of custom security attributes; a set's name must follow it. */
    public static final String SECURITY_ATTRIBUTES =
            "urn:ietf:params:scim:schemas:extension:Microsoft:Entra:2.0:CustomSecurityAttributes";

    public static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    public static final String LIST_RESPONSE = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
    public static final String PATCH_OP = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private Attributes() {}

    /** The name without the URN of a core schema, which may be left out. */
    public static String withoutCoreUrn(String attribute) {
        for (String urn : new String[] {CORE_USER, CORE_GROUP}) {
            if (startsWith(attribute, urn + ":")) {
                return attribute.substring(urn.length() + 1);
            }
        }
        return attribute;
    }

    /** The name without the URN of any schema. */
    public static String local(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }

    /** Compares the beginning without regard to case. */
    public static boolean startsWith(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
}
