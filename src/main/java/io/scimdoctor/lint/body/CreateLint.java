package io.scimdoctor.lint.body;

import io.scimdoctor.lint.body.JsonValue.Kind;
import io.scimdoctor.lint.body.JsonValue.Member;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.SchemaAttribute;
import java.util.Locale;

/** The body of a POST that creates a user or a group. */
record CreateLint(AttributeNames names, Findings findings) {
    private static final String[] REQUIRED = {"userName", "displayName", "active", "name.givenName", "name.familyName"};

    void check(JsonValue body) {
        body.repetitions(findings);
        schemas(body);
        body.members().forEach(this::member);
        if (names.kind() == ResourceKind.USERS) {
            user(body);
        } else {
            group(body);
        }
    }

    private void schemas(JsonValue body) {
        JsonValue schemas = body.get("schemas");
        String core = names.kind() == ResourceKind.USERS ? Attributes.CORE_USER : Attributes.CORE_GROUP;
        if (schemas == null || !schemas.is(Kind.ARRAY) || !schemas.holds(core)) {
            Place place = schemas == null ? body.opening() : schemas.place();
            findings.add("schemas-missing", place, Remedy.write("\"schemas\": [\"" + core + "\"]"));
            return;
        }
        for (JsonValue schema : schemas.elements()) {
            if (names.schemaUrn(schema.text()) == null && !isSecurity(schema.text())) {
                findings.about("schemas-unknown", schema.place(), schema.text());
            }
        }
        for (Member member : body.members()) {
            String urn = names.schemaUrn(member.name());
            if (urn != null && !schemas.holds(urn)) {
                findings.add("schemas-extension", member.place(), Remedy.write("\"" + urn + "\" in schemas"));
            }
        }
    }

    private void member(Member member) {
        String name = member.name();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("schemas") || isSecurity(name)) {
            return;
        }
        if (lower.equals("id") || lower.equals("meta")) {
            findings.add("create-read-only", member.place(), "the service sets '" + name + "' itself");
            return;
        }
        String urn = names.schemaUrn(name);
        if (urn == null) {
            attribute(name, member);
        } else if (member.value().is(Kind.OBJECT)) {
            member.value().members().forEach(inner -> attribute(urn + ":" + inner.name(), inner));
        } else if (!member.value().is(Kind.NULL)) {
            findings.add("value-type", member.value().place(), "an extension is a JSON object");
        }
    }

    private void attribute(String name, Member member) {
        SchemaAttribute attribute = names.find(name);
        if (attribute == null) {
            names.unknown(
                    name.startsWith("urn:") ? name : member.name(), member.place(), "attribute-unknown", findings);
            return;
        }
        boolean members =
                names.kind() == ResourceKind.GROUPS && attribute.name().equals("members");
        if (members) {
            if (!member.value().isEmpty()) {
                findings.add("group-members", member.place());
            }
        } else if (attribute.isReadOnly() && attribute.isNeverReturned()) {
            findings.about("create-filter-only", member.place(), member.name());
        } else if (attribute.isReadOnly()) {
            findings.add("create-read-only", member.place(), "'" + member.name() + "' is read-only");
        } else if (attribute.multiValued() && member.value().is(Kind.OBJECT)) {
            // A PATCH may add one entry; a new resource has the whole list.
            findings.add("value-type", member.value().opening(), "'" + member.name() + "' is a list");
        } else {
            new ValueLint(names, findings).check(name, attribute, member.value());
        }
    }

    private void user(JsonValue body) {
        for (String required : REQUIRED) {
            int dot = required.indexOf('.');
            JsonValue holder = dot < 0 ? body : body.get(required.substring(0, dot));
            JsonValue value = holder == null ? null : holder.get(required.substring(dot + 1));
            if (value == null || value.isEmpty()) {
                missing("user-required", required, value == null ? holder == null ? body : holder : value);
            }
        }
        JsonValue entra = body.get(Attributes.ENTRA_USER);
        boolean federated =
                entra != null && !entra.text("onPremisesImmutableId").isEmpty();
        JsonValue password = body.get("password");
        if (!federated && (password == null || password.isEmpty())) {
            missing("user-password", "password", password == null ? body : password);
        }
        JsonValue nickname = entra == null ? null : entra.get("mailNickname");
        if (nickname == null || nickname.isEmpty()) {
            findings.add("user-nickname-omitted", nickname == null ? body.opening() : nickname.place());
        }
        JsonValue userName = body.get("userName");
        String name = body.text("userName");
        if (userName != null && !name.isEmpty() && name.indexOf('@') <= 0 && name.indexOf('{') < 0) {
            findings.add("username-domain", userName.place());
        }
    }

    private void missing(String rule, String attribute, JsonValue where) {
        Place place = where.is(Kind.OBJECT) ? where.opening() : where.place();
        findings.about(rule, place, attribute);
    }

    private void group(JsonValue body) {
        JsonValue name = body.get("displayName");
        if (name == null || name.isEmpty()) {
            missing("group-required", "displayName", name == null ? body : name);
        }
        JsonValue extension = body.get(Attributes.ENTRA_GROUP);
        JsonValue holder = extension != null && extension.is(Kind.OBJECT) ? extension : body;
        for (String attribute : new String[] {"mailEnabled", "mailNickname", "securityEnabled"}) {
            JsonValue value = extension == null ? null : extension.get(attribute);
            if (value == null || value.is(Kind.NULL)) {
                findings.about("group-extension", holder.opening(), attribute);
                return;
            }
        }
    }

    private static boolean isSecurity(String name) {
        return Attributes.startsWith(name, Attributes.SECURITY_ATTRIBUTES);
    }
}
