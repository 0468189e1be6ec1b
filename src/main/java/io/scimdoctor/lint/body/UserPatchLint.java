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

/** The operations of a user's PATCH. */
final class UserPatchLint {
    private static final String WORK = "addresses[type eq \"work\"]";
    private static final Set<String> NEVER_EMPTY = Set.of("displayname", "username", "active");
    private static final Set<String> READ_ONLY = Set.of("id", "meta", "schemas");

    private final Findings findings;
    private final AttributeNames names = AttributeNames.of(ResourceKind.USERS);
    private final ValueLint values;

    UserPatchLint(Findings findings) {
        this.findings = findings;
        values = new ValueLint(names, findings);
    }

    void operation(PatchOperation operation) {
        JsonValue path = operation.path();
        if (path != null) {
            target(operation, path.text(), path, operation.value());
            return;
        }
        JsonValue value = operation.value();
        if (value == null || !value.is(Kind.OBJECT)) {
            findings.add("patch-value-object", operation.valuePlace());
            return;
        }
        for (Member member : value.members()) {
            String urn = names.schemaUrn(member.name());
            if (urn != null && member.value().is(Kind.OBJECT)) {
                for (Member inner : member.value().members()) {
                    target(operation, urn + ":" + inner.name(), inner.nameValue(), inner.value());
                }
            } else if (!isSecurity(member.name())) {
                target(operation, member.name(), member.nameValue(), member.value());
            }
        }
    }

    private void target(PatchOperation operation, String path, JsonValue where, @Nullable JsonValue value) {
        if (isSecurity(path)) {
            security(path, where);
            return;
        }
        if (READ_ONLY.contains(Attributes.withoutCoreUrn(path).toLowerCase(Locale.ROOT))) {
            if (!path.equalsIgnoreCase("schemas")) {
                findings.about("patch-read-only", where.place(), path);
            }
            return;
        }
        PatchTarget target = PatchTarget.of(path, where, names, findings);
        if (target == null) {
            return;
        }
        if (access(target, path) && filter(target, where)) {
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

    private static boolean isSecurity(String path) {
        return Attributes.startsWith(path, Attributes.SECURITY_ATTRIBUTES)
                || Attributes.startsWith(path, "customsecurityattributes");
    }

    private boolean access(PatchTarget target, String path) {
        if (target.local().equals("password")) {
            findings.add("patch-password", target.place());
        } else if (target.local().equals("manager") && target.name().endsWith(".value")) {
            findings.add(
                    "manager-form",
                    target.place(),
                    "a manager is written as a whole",
                    Remedy.write(Attributes.ENTERPRISE_USER + ":manager with {\"value\": \"<id of a user>\"}"));
        } else if (target.top().isReadOnly() && target.top().isNeverReturned()) {
            findings.about("patch-filter-only", target.place(), path);
        } else if (target.top().isReadOnly() || target.attribute().isReadOnly()) {
            findings.about("patch-read-only", target.place(), path);
        } else {
            return true;
        }
        return false;
    }

    /** Whether the bracket of the path, if there is one, lets the value be judged. */
    private boolean filter(PatchTarget target, JsonValue where) {
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
            return addresses(target, filter, type, where);
        }
        if (type.toLowerCase(Locale.ROOT).equals("proxyaddress")) {
            findings.add("mail-proxy", target.place());
        } else if (!type.isEmpty() && !EntriesLint.isKnown(target.local(), type.toLowerCase(Locale.ROOT))) {
            findings.about("entry-type", target.place(), type);
        }
        return true;
    }

    private boolean addresses(PatchTarget target, Filter filter, String type, JsonValue where) {
        if (filter instanceof Filter.Comparison && type.equals("work")) {
            return true;
        }
        String sub = target.path().subAttribute();
        String form = WORK + (sub == null ? "" : "." + sub);
        boolean blank = filter instanceof Filter.Comparison && type.trim().equals("work");
        findings.add(
                blank ? "patch-address-blank" : "patch-address-filter",
                where.place(),
                blank ? "the blank inside the quotes is a misprint" : "the only address is that of type work",
                blank
                        ? Remedy.replace(where.place(), "\"" + form.replace("\"", "\\\"") + "\"", form)
                        : Remedy.write(form));
        return blank;
    }

    private void clearing(PatchTarget target, JsonValue where) {
        String local = target.local();
        boolean mail =
                local.equals("emails") && "work".equalsIgnoreCase(target.path().type());
        if (local.equals("mailnickname")) {
            findings.add("patch-nickname", where.place());
        } else if (NEVER_EMPTY.contains(local) || mail) {
            findings.about("patch-clear", where.place(), (mail ? "mail" : local));
        }
    }

    private void value(PatchTarget target, JsonValue value) {
        if (target.path().inner() == null) {
            values.check(target.name(), target.attribute(), value);
        } else if (target.path().subAttribute() != null) {
            values.check(target.name() + "." + target.path().subAttribute(), target.attribute(), value);
        } else if (!value.is(Kind.OBJECT)) {
            findings.add("value-type", value.place(), "an entry is a JSON object; write its value with .value");
        } else {
            values.check(target.name(), target.top(), value);
        }
        String local = target.local();
        if (local.equals("costcenter") || local.equals("division")) {
            findings.add("cost-center-alone", target.place());
        }
    }
}
