package io.scimdoctor.lint;

import io.scimdoctor.exchange.First;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Remedy;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.Nearest;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Method and path: whether anything is served there. */
record TargetLint(String method, UrlText url, Findings findings) {
    private static final List<String> SEGMENTS =
            List.of("users", "groups", "schemas", "resourcetypes", "serviceproviderconfig");

    /** Whether the rest of the request can be judged. */
    boolean check() {
        ScimUrl target = url.url();
        cloud(target);
        if (target.isOpen()) {
            return false;
        }
        if (target.kind() == ResourceKind.OUTSIDE || isBelowGraph(target)) {
            findings.add("path-base", url.path());
            return false;
        }
        if (target.kind() == ResourceKind.UNKNOWN) {
            unknown();
            return false;
        }
        List<String> segments = segments();
        if (segments.size() > 2) {
            findings.add("path-too-deep", url.path());
            return false;
        }
        id(target);
        method(target);
        return true;
    }

    private void cloud(ScimUrl target) {
        Cloud cloud = target.host() == null ? null : Cloud.ofGraphHost(target.host());
        if (cloud != null && !cloud.isNamedByScimDocumentation()) {
            findings.add("cloud-unnamed", url.place(0, url.path().start()));
        }
    }

    /** Graph serves this API at its root only, and nothing below a version of its own. */
    private static boolean isBelowGraph(ScimUrl target) {
        String path = target.path().toLowerCase(Locale.ROOT);
        int base = path.indexOf(Cloud.BASE_PATH);
        String before = base < 0 ? "" : path.substring(0, base).replace("/", "");
        boolean graph = target.host() != null && Cloud.ofGraphHost(target.host()) != null;
        return before.equals("v1.0") || before.equals("beta") || (graph && !before.isEmpty());
    }

    private void unknown() {
        List<String> segments = segments();
        String first = segments.isEmpty() ? "" : segments.get(0);
        String plural = first.endsWith("s") ? first : first + "s";
        String known = First.of(SEGMENTS, plural::equalsIgnoreCase);
        if (known != null) {
            Remedy plain = Remedy.write(Cloud.BASE_PATH + "/" + known);
            findings.add("path-singular", url.path(), "the documented path is /" + known, plain);
            return;
        }
        String near = first.isEmpty() ? null : Nearest.of(first, SEGMENTS);
        findings.add(
                "path-unknown",
                url.path(),
                first.isEmpty()
                        ? "nothing is served at the base itself"
                        : "nothing is served at '/" + first + "'"
                                + (near == null ? "" : "; did you mean /" + near + "?"),
                near == null ? Remedy.NONE : Remedy.write(Cloud.BASE_PATH + "/" + near));
    }

    private void id(ScimUrl target) {
        String id = target.id();
        if (id != null && target.kind().isDirectory() && !ScimUrl.isGuid(id)) {
            findings.add(ScimUrl.isPlaceholder(id) ? "id-placeholder" : "id-not-guid", url.path());
        }
    }

    private void method(ScimUrl target) {
        List<String> served = target.methods();
        if (served.contains(method)) {
            return;
        }
        Place place = Place.of(Place.Part.METHOD, 0, method.length());
        if (method.equals("PUT")) {
            findings.add("method-put", place);
        } else {
            String list = String.join(" and ", served);
            findings.add("method-not-served", place, "'" + method + "' is not supported here; use " + list);
        }
    }

    /** What follows the base, as far as it can be made out. */
    private List<String> segments() {
        String path = url.url().path();
        int base = path.toLowerCase(Locale.ROOT).indexOf(Cloud.BASE_PATH);
        List<String> segments = new ArrayList<>(List.of(
                path.substring(base < 0 ? 0 : base + Cloud.BASE_PATH.length()).split("/")));
        segments.removeIf(String::isEmpty);
        // Another service may have a base path of its own in front of the resource.
        while (base < 0 && segments.size() > 1 && SEGMENTS.stream().noneMatch(segments.get(0)::equalsIgnoreCase)) {
            segments.remove(0);
        }
        return segments;
    }
}
