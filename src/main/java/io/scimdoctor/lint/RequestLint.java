package io.scimdoctor.lint;

import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.lint.body.PayloadLint;
import io.scimdoctor.lint.rule.Findings;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.scim.ResourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Judges a whole request: method, path, header fields, query and content. */
public final class RequestLint {
    private RequestLint() {}

    /** What is wrong with a request as far as it is known; what was not recorded is not held against it. */
    public static List<LintFinding> of(SentRequest request) {
        return check(request, false);
    }

    /** What is wrong with a request that is known in full: what is not there is not sent. */
    public static List<LintFinding> complete(SentRequest request) {
        return check(request, true);
    }

    /** Judges a URL, or a query string on its own, as that of a GET. */
    public static List<LintFinding> query(String text, ResourceKind kind) {
        Findings findings = new Findings();
        boolean marked = text.startsWith("?");
        boolean bare = marked || (text.indexOf('?') < 0 && text.indexOf('=') > 0 && !text.startsWith("http"));
        String prefix = bare ? "/" + kind.segment() + (marked ? "" : "?") : "";
        UrlText url = UrlText.of(prefix + text, prefix.length());
        if (bare || new TargetLint("GET", url, findings).check()) {
            new QueryLint(url, findings).check();
        }
        return findings.list();
    }

    private static List<LintFinding> check(SentRequest request, boolean complete) {
        Findings findings = new Findings();
        String method = request.method() == null ? null : request.method().toUpperCase(Locale.ROOT);
        String text = request.url();
        if (text == null || method == null) {
            return List.of();
        }
        UrlText url = UrlText.of(text, 0);
        if (!new TargetLint(method, url, findings).check()) {
            return findings.list();
        }
        new HeaderLint(method, request.headers(), complete, findings).check();
        if (method.equals("GET")) {
            new QueryLint(url, findings).check();
        }
        List<LintFinding> all = new ArrayList<>(findings.list());
        String body = complete ? Objects.requireNonNullElse(request.body(), "") : request.body();
        PayloadLint payload = PayloadLint.of(method, url.kind());
        if (payload != null && body != null && url.url().methods().contains(method)) {
            all.addAll(payload.check(body));
        }
        return all;
    }
}
