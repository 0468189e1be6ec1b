package io.scimdoctor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.scimdoctor.check.CheckReport;
import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.check.RecordedCall;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Attempt;
import io.scimdoctor.exchange.Exchange;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Trace;
import io.scimdoctor.http.Transport;
import io.scimdoctor.token.ClientProof;
import io.scimdoctor.token.Credential;
import io.scimdoctor.token.Secret;
import io.scimdoctor.watch.tally.Tally;
import io.scimdoctor.watch.tally.WatchListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The token of a watch, over a service that is written down here. */
final class CheckRoundsTest {
    private final SimulatedProcess process = new SimulatedProcess();
    private final List<String> secrets = new ArrayList<>();
    private final List<String> samples = new ArrayList<>();
    private final Service service = new Service();

    /** Issues tokens by number, and refuses the one that it was told to. */
    private final class Service implements Transport {
        private int issued;
        private int calls;
        private int refusedCall;
        private int busyCall;

        @Override
        public Exchange send(SentRequest request) {
            Answered answer;
            if (String.valueOf(request.url()).contains("oauth2")) {
                issued++;
                answer = json(200, "{\"access_token\":\"opaque-token-number-" + issued + "\"}");
            } else {
                calls++;
                answer = calls == refusedCall
                        ? json(401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\",\"message\":\"x\"}}")
                        : calls == busyCall
                                ? json(503, "{\"error\":{\"code\":\"serviceNotAvailable\",\"message\":\"x\"}}")
                                : json(200, "{\"Resources\":[]}");
            }
            Attempt attempt = new Attempt(process.now(), answer.status(), Duration.ZERO, null, null, "r-" + calls);
            return new Exchange(request, answer, List.of(attempt), process.now(), Trace.NONE);
        }

        private Answered json(int status, String body) {
            return new Answered(
                    status, Headers.of("Content-Type", "application/json", "request-id", "r-" + calls), body);
        }

        @Override
        public void close() {}
    }

    private final class Listening implements CheckRounds.Hooks {
        @Override
        public void secret(String secret) {
            secrets.add(secret);
        }

        @Override
        public void sample(RecordedCall call, String finding, long round) {
            samples.add(round + " " + call.facts().status());
        }

        @Override
        public void report(CheckReport report) {}
    }

    private Tally watch(int calls) {
        return watch(calls, 0);
    }

    private Tally watch(int calls, int retries) {
        Credential credential = new Credential.ClientCredentials(
                "https://login.microsoftonline.com",
                "t",
                "c",
                "scope",
                new ClientProof.SharedSecret(new Secret("s")),
                "the test");
        WatchPlan once = Plans.probe(Plans.calls(calls), credential);
        WatchPlan plan = new WatchPlan(
                once.id(),
                once.startedAt(),
                once.what(),
                once.interval(),
                once.gap(),
                once.limits(),
                once.round()
                        .with(
                                credential,
                                new CheckSettings.Budget(Integer.MAX_VALUE, retries, Duration.ofSeconds(30))));
        Tally tally = new Tally(plan.gap());
        new Watch(plan, process, new CheckRounds(plan, service, process, new Listening()), tally, WatchListener.NONE)
                .run();
        return tally;
    }

    @Test
    void one_token_serves_every_round() {
        watch(6);

        assertThat(service.issued).isEqualTo(1);
        assertThat(service.calls).isEqualTo(6);
    }

    @Test
    void a_repeat_does_not_hide_the_try_that_failed() {
        service.busyCall = 3;

        Tally tally = watch(6, 1);

        assertThat(tally.rows()).singleElement().satisfies(row -> {
            assertThat(row.id()).isEqualTo("intermittent-failure");
            assertThat(row.httpStatus()).isEqualTo(503);
            assertThat(row.requestIds()).containsExactly("r-3");
            assertThat(row.failure()).isFalse();
        });
        assertThat(tally.rate().count()).isZero();
    }

    @Test
    void after_a_refusal_the_token_is_fetched_anew() {
        service.refusedCall = 3;

        Tally tally = watch(6);

        assertThat(service.issued).isEqualTo(2);
        assertThat(secrets).contains("opaque-token-number-1", "opaque-token-number-2");
        assertThat(samples).containsExactly("3 401");
        assertThat(tally.rate().count()).isEqualTo(1);
        assertThat(tally.failedRounds()).isEqualTo(1);
    }
}
