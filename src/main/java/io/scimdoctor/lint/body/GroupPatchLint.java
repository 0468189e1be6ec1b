package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.SchemaAttribute;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The operations of a group's PATCH. */
final class GroupPatchLint {
    private static final Set<String> READ_ONLY = Set.of("id", "meta");

    private final Findings findings;
    private final AttributeNames names = AttributeNames.of(ResourceKind.GROUPS);
    private final ValueLint values;
    private final MembershipLint membership;

    GroupPatchLint(Findings findings) {
        this.findings = findings;
        values = new ValueLint(names, findings);
        membership = new MembershipLint(findings);
    }

    /** Whether the operation can only be one of a group. */
    static boolean isOfGroup(PatchOperation operation) {
        if (MembershipLint.concerns(operation)) {
            return true;
        }
        String text = operation.path() == null
                ? keys(operation.value())
                : operation.path().text();
        return text.toLowerCase(Locale.ROOT).contains(":group");
    }

    private static String keys(@Nullable JsonValue value) {
        StringBuilder keys = new StringBuilder();
        if (value != null) {
            value.members().forEach(member -> keys.append(member.name()).append(' '));
        }
        return keys.toString();
    }

    void operation(PatchOperation operation) {
        boolean members = MembershipLint.concerns(operation);
        membership.operation(operation, members);
        JsonValue path = operation.path();
        JsonValue value = operation.value();
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

    void finish() {
        membership.finish();
    }

    private void member(PatchOperation operation, Member member) {
        if (member.is("members") || member.is("schemas")) {
            return;
        }
        String urn = names.schemaUrn(member.name());
        if (urn != null && member.value().is(Kind.OBJECT)) {
            for (Member inner : member.value().members()) {
                target(operation, urn + ":" + inner.name(), inner.nameValue(), inner.value());
            }
        } else {
            target(operation, member.name(), member.nameValue(), member.value());
        }
    }

    private void target(PatchOperation operation, String path, JsonValue where, @Nullable JsonValue value) {
        if (READ_ONLY.contains(Attributes.withoutCoreUrn(path).toLowerCase(Locale.ROOT))) {
            findings.about("patch-read-only", where.place(), path);
            return;
        }
        PatchTarget target = PatchTarget.of(path, where, names, findings);
        if (target == null || !access(target, path)) {
            return;
        }
        boolean gone = value == null || operation.isRemove();
        if (value != null && !gone && !value.isEmpty()) {
            values.check(target.name(), target.attribute(), value);
        } else if (target.local().equals("displayname")) {
            Place place = value == null || gone ? where.place() : value.place();
            findings.about("patch-clear", place, "displayName");
        }
    }

    private boolean access(PatchTarget target, String path) {
        SchemaAttribute attribute = target.top();
        if (attribute.isReadOnly() && attribute.isNeverReturned()) {
            findings.about("patch-filter-only", target.place(), path);
        } else if (attribute.isReadOnly()) {
            findings.about("patch-read-only", target.place(), path);
        } else if (attribute.mutability().equals("immutable")) {
            findings.about("patch-write-once", target.place(), path);
        } else {
            return true;
        }
        return false;
    }
}
