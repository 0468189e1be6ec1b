package io.scimdoctor.cli.shell;

import io.scimdoctor.capture.CaptureSink;
import io.scimdoctor.capture.Captured;
import io.scimdoctor.capture.Hints;
import io.scimdoctor.capture.reader.CaptureReader;
import io.scimdoctor.catalog.Observation;
import io.scimdoctor.diagnosis.Cut;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.token.PastedToken;
import io.scimdoctor.token.TokenCut;
import io.scimdoctor.token.TokenReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers a paste that is cut off, and joins it with the rest when that is pasted next. */
final class CutPaste {
    /** Longer texts are not joined: nobody pastes a recording in two pieces, and each try would read it again. */
    private static final int LONGEST = 200_000;

    /** Between two screens a line end may be lost, or the empty line behind the head. */
    private static final List<String> SEAMS = List.of("", "\n", "\n\n");

    private @Nullable String first;

    /** The first half that waits for its rest, if there is one. */
    Optional<String> waiting() {
        return Optional.ofNullable(first);
    }

    /** Takes the next paste, and says whether it is cut off. */
    boolean take(String text) {
        first = text.length() <= LONGEST && isCut(text) ? text : null;
        return first != null;
    }

    /** The paste that waits and this text as one, when they make a whole that neither is alone. */
    Optional<String> whole(String rest) {
        String half = first;
        if (half == null || rest.isBlank() || rest.length() > LONGEST) {
            return Optional.empty();
        }
        return SEAMS.stream()
                .map(seam -> half.stripTrailing() + seam + rest.strip())
                .filter(joined -> Pasted.of(joined) == Pasted.of(half) && !isCut(joined) && isOne(joined))
                .findFirst();
    }

    private static boolean isCut(String text) {
        return switch (Pasted.of(text)) {
            case TOKEN -> TokenCut.isBeginning(PastedToken.of(text).token());
            case ANSWER -> cuts(text).reduce(false, (before, last) -> last);
            case REQUEST, LINE -> false;
        };
    }

    private static boolean isOne(String text) {
        return Pasted.of(text) == Pasted.TOKEN
                ? TokenReading.of(PastedToken.of(text).token()) instanceof TokenReading.Decoded
                : cuts(text).count() == 1;
    }

    /** Of each answer in a text, whether it is cut off. */
    private static Stream<Boolean> cuts(String text) {
        Stream.Builder<Boolean> cuts = Stream.builder();
        CaptureSink sink = new CaptureSink() {
            @Override
            public void exchange(Captured captured) {
                cuts.add(Cut.of(new Observation(captured.exchange(), Set.of())) != null);
            }

            @Override
            public void unreadable(Unreadable unreadable) {
                cuts.add(false);
            }
        };
        try {
            CaptureReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "-", Hints.NONE, sink);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be read", e);
        }
        return cuts.build();
    }
}
