package io.scimdoctor.check;

import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.finding.Finding;
import io.scimdoctor.finding.Told;
import io.scimdoctor.http.Authority;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.TokenJudge;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What can be said before the first call, and of the clock after it. */
final class ConfigurationChecks {
    private ConfigurationChecks() {}

    /** Everything that a token needs is configured. */
    static CheckResult complete(CheckContext context) {
        CheckSettings settings = context.settings();
        Credential credential = settings.credential();
        if (credential instanceof Credential.ClientCredentials client
                && client.proof().show(context.environment().now()) instanceof ClientProof.Unusable unusable) {
            return CheckResult.unknown(context.unusable(unusable));
        }
        if (credential != null) {
            String kind = credential instanceof Credential.GivenToken ? "token from " : "";
            return CheckResult.pass(kind + credential.source());
        }
        String missing = String.join(", ", settings.missing());
        return CheckResult.unknown(
                missing.isEmpty()
                        ? context.finding(
                                "credential-missing", "credential", "no token and no client credentials are configured")
                        : context.finding("configuration-incomplete", "missing", missing));
    }

    /** The base URL is one of Microsoft's, or deliberately another. */
    static CheckResult baseUrl(CheckContext context) {
        CheckSettings.Target target = context.settings().target();
        Told url = Redactor.toldUrl(target.baseUrl());
        URI uri = CloudChoice.web(target.baseUrl());
        if (uri == null) {
            return CheckResult.of(context.finding("base-url-invalid", "base URL", url));
        }
        List<Finding> findings = new ArrayList<>();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        String path = String.valueOf(uri.getPath());
        Cloud cloud = Cloud.ofGraphHost(host);
        boolean loopback = Authority.isLoopback(host);
        boolean plain = !"https".equalsIgnoreCase(uri.getScheme());
        if (plain && !loopback) {
            findings.add(context.finding("base-url-invalid", "scheme", "plain http, which would show the token"));
        } else if (Cloud.isLoginHost(host)) {
            findings.add(context.finding("wrong-base-url", "host", host + " issues tokens; it serves no SCIM"));
        } else if (cloud != null && !path.equalsIgnoreCase(Cloud.BASE_PATH)) {
            Told shown = path.isEmpty() ? Told.own("no path") : Redactor.toldUrl(path);
            Told due = shown.between("", " where " + Cloud.BASE_PATH + " is due");
            findings.add(context.finding("wrong-base-url", "path", due));
        } else if (cloud == null && !loopback && !target.allowedHosts().contains(host)) {
            findings.add(context.finding("base-url-unusual", "host", host + " is none of Microsoft Graph's hosts"));
        }
        if (cloud != null && !cloud.isNamedByScimDocumentation()) {
            findings.add(context.finding("cloud-undocumented", "cloud", cloud.slug()));
        }
        if (target.insecure() && !plain) {
            findings.add(context.finding("certificate-unchecked", "option", "--insecure"));
        }
        return CheckResult.of(findings, url);
    }

    /** The local clock agrees with the server's, within what token validation tolerates. */
    static CheckResult clock(CheckContext context) {
        Duration skew = context.skew();
        if (skew == null) {
            return CheckResult.pass("not compared: the answer bears no Date");
        }
        // A Date is cut to whole seconds: the server's time is in the middle of one.
        Duration size = skew.plusMillis(500).abs();
        long seconds = size.plusMillis(500).toSeconds();
        String apart = seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " min";
        if (size.compareTo(TokenJudge.TOLERATED_SKEW) <= 0) {
            return CheckResult.pass(apart + " apart");
        }
        String id = skew.isNegative() ? "clock-ahead" : "clock-behind";
        String sense = skew.isNegative() ? " ahead of" : " behind";
        return CheckResult.of(context.finding(id, "local clock", apart + sense + " the server's"), Probe.CONTROL.id());
    }
}
