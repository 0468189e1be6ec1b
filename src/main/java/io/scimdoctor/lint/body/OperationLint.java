package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.ResourceKind;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of a PATCH, read as those of a user or of a group. */
final class OperationLint {
    private static final String WORK = "addresses[type eq \"work\"]";
    private static final Set<String> NEVER_EMPTY = Set.of("displayname", "username", "active");
    private static final Set<String> READ_ONLY = Set.of("id", "meta");

    private final Findings findings = new Findings();
    private final AttributeNames names;
    private final @Nullable MembershipLint membership;

    OperationLint(ResourceKind kind) {
        names = new AttributeNames(kind);
        membership = kind == ResourceKind.GROUPS ? new MembershipLint(findings) : null;
    }

    /** Whether the operation can only be one of a group. */
    static boolean isOfGroup(PatchOperation operation) {
        return MembershipLint.concerns(operation)
                || (operation.path() == null
                        ? operation.value() != null
                                && operation.value().members().stream().anyMatch(member -> isOfGroup(member.name()))
                        : isOfGroup(operation.path().text()));
    }

    private static boolean isOfGroup(String name) {
        return name.toLowerCase(Locale.ROOT).contains(":group");
    }

    void operation(PatchOperation operation) {
        JsonValue path = operation.path();
        JsonValue value = operation.value();
        boolean members = membership != null && membership.operation(operation);
        if (path != null) {
            if (!members) {
                target(operation, path.text(), path, value);
            }
        } else if (value == null || !value.is(Kind.OBJECT)) {
            findings.add("patch-value-object", operation.valuePlace());
        } else {
            value.members().forEach(member -> member(operation, member));
        }
    }

    /** What is found when all operations are known. */
    Findings finish() {
        if (membership != null) {
            membership.finish();
        }
        return findings;
    }

    private void member(PatchOperation operation, Member member) {
        String urn = names.schemaUrn(member.name());
        if (urn != null && member.value().is(Kind.OBJECT)) {
            for (Member inner : member.value().members()) {
                target(operation, urn + ":" + inner.name(), inner.nameValue(), inner.value());
            }
        } else if (!isSecurity(member.name()) && !(membership != null && member.is("members"))) {
            target(operation, member.name(), member.nameValue(), member.value());
        }
    }

    private void target(PatchOperation operation, String path, JsonValue where, @Nullable JsonValue value) {
        String name = Attributes.withoutCoreUrn(path).toLowerCase(Locale.ROOT);
        if (isSecurity(path)) {
            security(path, where);
        } else if (READ_ONLY.contains(name)) {
            findings.about("patch-read-only", where.place(), path);
        } else if (!name.equals("schemas")) {
            PatchTarget target = PatchTarget.of(path, where, names, findings);
            if (target == null || !access(target, path) || !filter(target)) {
                return;
            }
            if (value == null || operation.isRemove()) {
                clearing(target, where);
            } else if (value.isEmpty()) {
                clearing(target, value);
            } else {
                value(target, value);
            }
        }
    }

    /** Custom security attributes are written one by one: URN, set, attribute. */
    private void security(String path, JsonValue where) {
        String rest = path.substring(Math.min(path.length(), Attributes.SECURITY_ATTRIBUTES.length()));
        int dot = rest.indexOf('.');
        if (!rest.startsWith(":") || dot < 2 || dot == rest.length() - 1) {
            findings.add("csa-path", where.place());
        }
    }

    private boolean isSecurity(String path) {
        return membership == null
                && (Attributes.startsWith(path, Attributes.SECURITY_ATTRIBUTES)
                        || Attributes.startsWith(path, "customsecurityattributes"));
    }

    private boolean access(PatchTarget target, String path) {
        if (target.local().equals("password")) {
            findings.add("patch-password", target.place());
        } else if (target.local().equals("manager") && target.name().endsWith(".value")) {
            String form = Attributes.ENTERPRISE_USER + ":manager with {\"value\": \"<id of a user>\"}";
            findings.add("manager-form", target.place(), "a manager is written as a whole", Remedy.write(form));
        } else if (target.top().isReadOnly() && target.top().isNeverReturned()) {
            findings.about("patch-filter-only", target.place(), path);
        } else if (target.top().isReadOnly() || target.attribute().isReadOnly()) {
            findings.about("patch-read-only", target.place(), path);
        } else if (target.top().mutability().equals("immutable")) {
            findings.about("patch-write-once", target.place(), path);
        } else {
            return true;
        }
        return false;
    }

    /** Whether the bracket of the path, if there is one, lets the value be judged. */
    private boolean filter(PatchTarget target) {
        Filter filter = target.path().inner();
        if (filter == null) {
            return true;
        }
        if (!target.top().multiValued()) {
            findings.add("patch-path", target.place(), "the path is not valid: only lists have a bracket");
            return false;
        }
        String type = Objects.requireNonNullElse(target.path().type(), "");
        if (target.local().equals("addresses")) {
            return addresses(target, filter, type);
        }
        if (type.equalsIgnoreCase("proxyaddress")) {
            findings.add("mail-proxy", target.place());
        } else if (!type.isEmpty() && !EntriesLint.isKnown(target.top().name(), type)) {
            findings.about("entry-type", target.place(), type);
        }
        return true;
    }

    private boolean addresses(PatchTarget target, Filter filter, String type) {
        boolean single = filter instanceof Filter.Comparison;
        boolean blank = single && type.trim().equals("work");
        if (single && type.equals("work")) {
            return true;
        }
        String sub = target.path().subAttribute();
        String form = WORK + (sub == null ? "" : "." + sub);
        if (blank) {
            String path = "\"" + form.replace("\"", "\\\"") + "\"";
            findings.add("patch-address-blank", target.place(), Remedy.replace(target.place(), path, form));
        } else {
            findings.add("patch-address-filter", target.place(), Remedy.write(form));
        }
        return blank;
    }

    private void clearing(PatchTarget target, JsonValue where) {
        String local = target.local();
        boolean mail =
                local.equals("emails") && "work".equalsIgnoreCase(target.path().type());
        if (local.equals("mailnickname")) {
            findings.add("patch-nickname", where.place());
        } else if (membership != null && local.equals("displayname")) {
            findings.about("patch-clear", where.place(), "displayName");
        } else if (NEVER_EMPTY.contains(local) || mail) {
            findings.about("patch-clear", where.place(), mail ? "mail" : local);
        }
    }

    private void value(PatchTarget target, JsonValue value) {
        String sub = target.path().subAttribute();
        boolean entry = target.path().inner() != null && sub == null;
        if (entry && !value.is(Kind.OBJECT)) {
            findings.add("value-type", value.place(), "an entry is a JSON object; write its value with .value");
        } else {
            String name = sub == null ? target.name() : target.name() + "." + sub;
            new ValueLint(names, findings).check(name, entry ? target.top() : target.attribute(), value);
        }
        if (target.local().equals("costcenter") || target.local().equals("division")) {
            findings.add("cost-center-alone", target.place());
        }
    }
}
