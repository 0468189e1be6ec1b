package io.scimdoctor.lint.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ResourceKind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A PATCH body: its envelope, and each operation while it is read. */
final class PatchLint {
    private static final List<String> OPS = List.of("add", "remove", "replace");

    private final JsonParser parser;
    private final JsonValueReader reader;
    private final Findings findings;
    private final @Nullable ResourceKind kind;
    private final OperationLint users = new OperationLint(ResourceKind.USERS);
    private final OperationLint groups = new OperationLint(ResourceKind.GROUPS);
    private boolean looksLikeGroup;
    private int operations = -1;
    private boolean schemas;

    /** @param kind what is changed, or null when the operations have to tell */
    PatchLint(JsonParser parser, @Nullable ResourceKind kind, Findings findings) {
        this.parser = parser;
        this.kind = kind;
        this.findings = findings;
        reader = new JsonValueReader(parser);
    }

    void check() throws IOException {
        JsonLocation location = parser.currentTokenLocation();
        Place start = JsonValueReader.place(location, (int) location.getCharOffset() + 1);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            Place place = reader.name(name);
            parser.nextToken();
            if (name.equalsIgnoreCase("Operations")) {
                operations(place);
            } else {
                member(new Member(name, place, reader.value()));
            }
        }
        envelope(start);
        boolean group = kind == null ? looksLikeGroup : kind == ResourceKind.GROUPS;
        findings.addAll((group ? groups : users).finish());
    }

    private void member(Member member) {
        if (member.is("schemas")) {
            schemas = true;
            if (!member.value().is(Kind.ARRAY) || !member.value().holds(Attributes.PATCH_OP)) {
                Place place = member.value().place();
                Remedy named = Remedy.replace(place, "[\"" + Attributes.PATCH_OP + "\"]");
                findings.add("patch-schemas", place, "'schemas' does not name the PATCH message", named);
            }
        }
    }

    private void operations(Place place) throws IOException {
        if (operations >= 0) {
            findings.about("json-duplicate-key", place, "Operations");
        }
        operations = Math.max(operations, 0);
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            JsonValue value = reader.value();
            findings.add("patch-operations", value.opening(), "'Operations' is a list of operations");
            operations++;
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            operation(reader.value());
            operations++;
        }
        if (operations == 0) {
            findings.add("patch-operations", place, "'Operations' is empty");
        }
    }

    private void envelope(Place start) {
        if (!schemas) {
            Place behind = new Place(Place.Part.BODY, start.end(), start.end(), start.line(), start.column() + 1);
            Remedy added = Remedy.replace(behind, "\"schemas\": [\"" + Attributes.PATCH_OP + "\"], ");
            findings.add("patch-schemas", start, "'schemas' is missing", added);
        }
        if (operations < 0) {
            findings.add("patch-operations", start, "'Operations' is missing");
        }
    }

    private void operation(JsonValue value) {
        if (!value.is(Kind.OBJECT)) {
            findings.add("patch-operations", value.place(), "an operation is a JSON object");
            return;
        }
        value.repetitions(findings);
        JsonValue op = value.get("op");
        JsonValue path = value.get("path");
        String word = value.text("op").toLowerCase(Locale.ROOT);
        if (op == null || !OPS.contains(word)) {
            op(op, value, word);
            return;
        }
        if (word.equals("remove") && (path == null || path.isEmpty())) {
            findings.add("patch-remove-path", value.opening());
            return;
        }
        if (!word.equals("remove") && value.get("value") == null) {
            findings.add("patch-value-missing", value.opening(), "an " + word + " needs a 'value'");
            return;
        }
        PatchOperation operation = PatchOperation.of(word, value);
        looksLikeGroup |= OperationLint.isOfGroup(operation);
        if (kind != ResourceKind.GROUPS) {
            users.operation(operation);
        }
        if (kind != ResourceKind.USERS) {
            groups.operation(operation);
        }
    }

    private void op(@Nullable JsonValue op, JsonValue operation, String word) {
        String near = word.isEmpty() ? null : Nearest.of(word, OPS);
        findings.add(
                "patch-op",
                op == null ? operation.opening() : op.place(),
                op == null ? "the operation has no 'op'" : "'op' is one of add, remove and replace",
                near == null || op == null ? Remedy.NONE : Remedy.write("\"" + near + "\""));
    }
}
