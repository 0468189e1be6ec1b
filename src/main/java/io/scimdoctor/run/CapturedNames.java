package io.scimdoctor.run;

import io.scimdoctor.capture.Captured;
import io.scimdoctor.diagnosis.Caller;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import io.scimdoctor.token.Claims;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tenant and application a capture is about, where its tokens do not say it: from log rows and token requests. */
final class CapturedNames {
    private static final Pattern CLIENT = Pattern.compile("(?:^|&)client_id=([0-9a-fA-F-]{36})(?:&|$)");

    private @Nullable String tenant;
    private @Nullable String application;

    /** The tenant of a token: its own claim, or the one that its issuer names. */
    static @Nullable String tenant(Claims token) {
        String tenant = token.text("tid");
        return tenant == null ? token.issuerTenant() : tenant;
    }

    void learn(Captured captured) {
        Caller caller = captured.caller();
        tenant = tenant == null ? caller.tenant() : tenant;
        application = application == null ? caller.application() : application;
        SentRequest request = captured.exchange().request();
        String url = request.url();
        ScimUrl target = url == null ? null : ScimUrl.parse(url);
        if (target == null || target.host() == null || !Cloud.isLoginHost(target.host())) {
            return;
        }
        tenant = tenant == null
                ? Stream.of(target.path().split("/"))
                        .filter(ScimUrl::isGuid)
                        .findFirst()
                        .orElse(null)
                : tenant;
        Matcher client = CLIENT.matcher(request.body() == null ? "" : request.body());
        if (application == null && client.find()) {
            application = client.group(1);
        }
    }

    @Nullable
    String tenant() {
        return tenant;
    }

    @Nullable
    String application() {
        return application;
    }
}
