package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Limit;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import io.scimdoctor.scim.FilterParser;
import io.scimdoctor.scim.FilterResult;
import io.scimdoctor.scim.PatchChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a group's PATCH does to its members, over all its operations. */
final class MembershipLint {
    private static final int MOST_ADDED = Limit.MEMBERS_ADDED.most();

    private final Findings findings;
    private int additions;
    private int added;
    private int removals;
    private @Nullable Place others;

    MembershipLint(Findings findings) {
        this.findings = findings;
    }

    /** A path of {@code members}, or a value without a path that has such a key. */
    static boolean concerns(PatchOperation operation) {
        JsonValue value = operation.value();
        return operation.path() == null
                ? value != null && value.get("members") != null
                : PatchChange.isMembers(operation.pathText());
    }

    /** Notes what the operation does; whether it is about members. */
    boolean operation(PatchOperation operation) {
        JsonValue value = operation.value();
        boolean members = concerns(operation);
        if (!members) {
            others = others == null ? operation.pathPlace() : others;
        } else if (operation.path() == null && value != null && value.members().size() > 1) {
            others = operation.valuePlace();
        }
        if (members && operation.isRemove()) {
            remove(operation);
        } else if (members) {
            add(operation);
        }
        return members;
    }

    /** What can be said only when all operations are known. */
    void finish() {
        if (others == null) {
            return;
        }
        if (removals > 0) {
            findings.add("group-remove-alone", others, "a removal of a member is the only operation of its request");
        } else if (additions > 0) {
            findings.add("group-add-alone", others);
        }
    }

    private void add(PatchOperation operation) {
        JsonValue value = operation.value();
        JsonValue nested = operation.path() == null && value != null ? value.get("members") : null;
        JsonValue members = nested == null ? value : nested;
        if (operation.op().equals("replace")) {
            findings.add("group-replace-members", operation.pathPlace());
        }
        additions++;
        if (removals > 0) {
            findings.add("group-remove-alone", operation.pathPlace(), "a removal is not mixed with an addition");
        } else if (additions == 2) {
            findings.add("group-add-split", operation.pathPlace());
        }
        if (members == null || members.isEmpty()) {
            findings.add("member-missing", operation.valuePlace(), "no member is named");
            return;
        }
        List<JsonValue> list = members.entries();
        int before = added;
        added += list.size();
        if (before <= MOST_ADDED && added > MOST_ADDED) {
            String message = added + " members are added; a request takes 20";
            Remedy several = Remedy.write("several requests of at most 20 members");
            findings.add("group-add-limit", list.get(MOST_ADDED - before).opening(), message, several);
        }
        list.forEach(this::member);
    }

    private void member(JsonValue member) {
        JsonValue id = id(member);
        if (member.is(Kind.STRING) && ValueLint.isId(member.text())) {
            String form = "{\"value\": \"" + member.text() + "\"}";
            findings.add("member-form", member.place(), Remedy.replace(member.place(), form));
        }
        if (id != null && member.text("type").equalsIgnoreCase("Group")) {
            findings.add("member-type", member.opening());
        }
    }

    /** The id of a member, or null when it names none. */
    private @Nullable JsonValue id(JsonValue member) {
        JsonValue id = member.is(Kind.OBJECT) ? member.get("value") : member;
        if (id == null) {
            findings.add("member-missing", member.opening(), "a member names its id in 'value'");
        } else if (!id.is(Kind.STRING) || !ValueLint.isId(id.text())) {
            findings.add("member-id", id.place());
        }
        return id;
    }

    private void remove(PatchOperation operation) {
        removals++;
        if (removals == 2) {
            findings.add("group-remove-limit", operation.pathPlace());
        } else if (additions > 0) {
            findings.add("group-remove-alone", operation.pathPlace(), "a removal is not mixed with an addition");
        }
        JsonValue path = operation.path();
        if (path != null && operation.pathText().equalsIgnoreCase("members")) {
            list(operation, path);
        } else if (path != null) {
            selection(path);
        }
    }

    /** The form of February 2026: the ids stand in the value. */
    private void list(PatchOperation operation, JsonValue path) {
        JsonValue value = operation.value();
        if (value == null || value.isEmpty()) {
            Remedy named = Remedy.write("members[value eq \"<id of a user>\"]");
            findings.add("member-missing", path.place(), "the removal names no member", named);
            return;
        }
        List<JsonValue> members = value.entries();
        if (members.size() > 1) {
            findings.add("group-remove-limit", members.get(1).opening());
        }
        JsonValue id = id(members.get(0));
        if (id != null) {
            String form = "members[value eq \"" + id.text() + "\"]";
            String written = "\"path\": \"" + form.replace("\"", "\\\"") + "\"";
            Remedy alone = Remedy.replace(
                    operation.whole().place(), "{\"op\": \"remove\", " + written + "}", written + " and no value");
            findings.add("group-remove-form", path.place(), members.size() == 1 ? alone : Remedy.write(form));
        }
    }

    private void selection(JsonValue path) {
        FilterResult<Filter.ValuePath> result = FilterParser.parsePath(Attributes.withoutCoreUrn(path.text()));
        Filter.ValuePath parsed = result.valid();
        if (parsed == null) {
            String fault = result.faults().get(0).message();
            findings.add("patch-path", path.place(), "the path is not valid: " + fault);
            return;
        }
        if (!(parsed.inner() instanceof Filter.Comparison comparison)
                || comparison.operator() != Filter.Operator.EQ
                || !comparison.attribute().equalsIgnoreCase("value")
                || parsed.subAttribute() != null) {
            findings.add("group-remove-filter", path.place());
        } else if (comparison.value() != null
                && !ValueLint.isId(comparison.value().text())) {
            findings.add("member-id", path.place());
        }
    }
}
