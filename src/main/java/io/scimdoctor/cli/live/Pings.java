package io.scimdoctor.cli.live;

import io.scimdoctor.check.CheckSettings;
import io.scimdoctor.cli.settings.NetworkSetup;
import io.scimdoctor.config.CloudChoice;
import io.scimdoctor.config.Key;
import io.scimdoctor.config.Setting;
import io.scimdoctor.exchange.Answered;
import io.scimdoctor.exchange.Headers;
import io.scimdoctor.exchange.Outcome;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.exchange.Unanswered;
import io.scimdoctor.finding.ExitCode;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.http.ApacheTransport;
import io.scimdoctor.http.Transport;
import io.scimdoctor.redact.KnownSecrets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells a heartbeat monitor how a run goes: a GET of its URL with {@code /start}, and with the exit code, appended to the
 * path. The URL is a secret: it goes to the monitor and nowhere else. A ping that fails is a line on standard error.
 */
final class Pings implements AutoCloseable {
    private static final String DIGIT = ".*\\d.*";
    private static final int LONG_WORD = 16;

    private final NetworkSetup network;
    private final @Nullable Setting url;
    private final Consumer<String> note;
    private boolean started;
    private boolean failing;

    private Pings(NetworkSetup network, @Nullable Setting url, Consumer<String> note) {
        this.network = network;
        this.url = url;
        this.note = note;
    }

    /**
     * Reads the URL, whether it will be used or not.
     *
     * @throws Stopped when it is none
     */
    static Pings of(CallOptions options, CheckSettings settings) {
        Setting url = url(options.network());
        return new Pings(options.network(), settings.simulated() ? null : url, options.reporter()::warn);
    }

    /** Sends no ping, whatever the settings say. */
    static Pings none(CallOptions options) {
        return new Pings(options.network(), null, options.reporter()::warn);
    }

    /** The same with another way to say that a ping failed. */
    Pings saying(Consumer<String> otherNote) {
        return new Pings(network, url, otherNote);
    }

    private static @Nullable Setting url(NetworkSetup network) {
        Setting setting = network.settings().find(Key.PING_URL).orElse(null);
        if (setting == null) {
            return null;
        }
        String url = setting.value();
        KnownSecrets secrets = network.environment().secrets();
        secrets.add(url);
        for (String word : url.split("[/?&=#]+")) {
            if (word.length() >= LONG_WORD && word.matches(DIGIT)) {
                secrets.add(word);
            } else {
                secrets.addFound(word);
            }
        }
        if (CloudChoice.web(url) == null) {
            throw Stopped.usage(setting.source() + " is no http or https URL", "copy it from the monitor as it is");
        }
        return setting;
    }

    /** A run begins. */
    void start() {
        started = true;
        send("start");
    }

    /** A run, or a round, has ended. */
    void end(ExitCode code) {
        started = false;
        send(Integer.toString(code.number()));
    }

    /** A run that began and did not come to its end has no verdict. */
    @Override
    public void close() {
        if (started) {
            end(ExitCode.NO_VERDICT);
        }
    }

    private void send(String signal) {
        if (url == null) {
            return;
        }
        // A transport has one deadline for all its calls; each ping needs its own, so it gets its own transport.
        try (Transport transport = new ApacheTransport(network.forPing())) {
            SentRequest request = SentRequest.get(address(url.value(), signal), Headers.NONE);
            String trouble = trouble(transport.send(request).outcome());
            if (trouble != null && !failing) {
                note.accept("the ping to the URL of " + url.source() + " failed (" + trouble
                        + "); the exit code stays as it is");
            }
            failing = trouble != null;
        }
    }

    /** Behind the path and before the query. */
    private static String address(String url, String signal) {
        String whole = url.split("#", 2)[0];
        String path = whole.split("\\?", 2)[0];
        return path + (path.endsWith("/") ? "" : "/") + signal + whole.substring(path.length());
    }

    /** Nothing of the text comes from the URL: the monitor's host may be as secret as the path. */
    private static @Nullable String trouble(Outcome outcome) {
        if (outcome instanceof Answered answer) {
            return answer.isSuccess() ? null : "HTTP " + answer.status();
        }
        return ((Unanswered) outcome).fault().slug();
    }
}
