package io.scimdoctor.capture.request;

import io.scimdoctor.capture.Texts;
import io.scimdoctor.exchange.SentRequest;
import java.util.List;
import java.util.Optional;

/** Reads requests that were not sent yet: commands, scripts, HTTP as documents print it, and the files of HTTP clients. */
public final class RequestText {
    private RequestText() {}

    /**
     * One request, and the line it begins on.
     *
     * @param complete whether all of it is known, so that what is not there is not sent
     * @param unknown the variables in it whose values the text does not tell
     * @param skipped the parts that could not be looked at
     */
    public record Placed(int line, SentRequest request, boolean complete, List<String> unknown, List<String> skipped) {
        /** The same in another place. */
        public Placed at(int other) {
            return new Placed(other, request, complete, unknown, skipped);
        }
    }

    /**
     * What a text holds.
     *
     * @param leftOut the lines that seem to send something, and could not be read
     */
    public record Found(List<Placed> requests, List<Integer> leftOut) {
        public boolean isEmpty() {
            return requests.isEmpty() && leftOut.isEmpty();
        }
    }

    /** The request of a command line that a shell has already taken apart. */
    public static Optional<Placed> command(List<String> words) {
        return Optional.ofNullable(CommandLine.parse(words, new Names(false)))
                .filter(Sent::isKnown)
                .map(sent -> sent.placed(1));
    }

    /** All requests of a text, in order; none when it holds none. */
    public static Found read(String text) {
        String plain = Texts.withoutMark(text);
        String start = plain.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            Found found = RequestTree.read(start);
            if (!found.isEmpty()) {
                return found;
            }
        }
        if (BrunoFile.matches(start)) {
            return BrunoFile.read(start);
        }
        if (start.startsWith("type: collection.insomnia")) {
            return RequestTree.read(Yaml.read(start));
        }
        return new RequestScan(plain).read();
    }
}
