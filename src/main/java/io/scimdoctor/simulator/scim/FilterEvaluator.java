package io.scimdoctor.simulator.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.scimdoctor.json.Json;
import io.scimdoctor.scim.Attributes;
import io.scimdoctor.scim.Filter;
import java.util.Locale;

/** Decides whether a resource matches a filter that the rules have let pass. */
record FilterEvaluator(Directory directory) {
    boolean matches(Filter filter, ObjectNode resource) {
        if (filter instanceof Filter.And and) {
            return and.terms().stream().allMatch(term -> matches(term, resource));
        }
        if (filter instanceof Filter.Not not) {
            return !matches(not.inner(), resource);
        }
        return filter instanceof Filter.Comparison comparison && matches(comparison, resource);
    }

    private boolean matches(Filter.Comparison comparison, ObjectNode resource) {
        Filter.Literal literal = comparison.value();
        String wanted = literal == null ? "" : literal.text();
        String attribute = Attributes.withoutCoreUrn(comparison.attribute());
        String id = resource.path("id").asText();
        String local = Attributes.local(attribute).toLowerCase(Locale.ROOT);
        return switch (local) {
            case "groups.value" -> directory.members(wanted).contains(id);
            case "ownedgroups.value" -> directory.owners(wanted).contains(id);
            case "members.value" -> directory.members(id).contains(wanted);
            case "owners.value" -> directory.owners(id).contains(wanted);
            default -> compares(value(resource, attribute), comparison.operator(), wanted);
        };
    }

    private static String value(ObjectNode resource, String attribute) {
        int colon = attribute.lastIndexOf(':');
        JsonNode holder = colon < 0 ? resource : Json.field(resource, attribute.substring(0, colon));
        return Json.field(holder, attribute.substring(colon + 1)).asText();
    }

    private static boolean compares(String value, Filter.Operator operator, String wanted) {
        String left = value.toLowerCase(Locale.ROOT);
        String right = wanted.toLowerCase(Locale.ROOT);
        return operator == Filter.Operator.EW ? left.endsWith(right) : left.equals(right);
    }
}
