package io.scimdoctor.cli.rules;

import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.capture.reader.CapturedRequests;
import io.scimdoctor.capture.request.RequestText;
import io.scimdoctor.check.Goal;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.finding.Stopped;
import io.scimdoctor.input.Input;
import io.scimdoctor.permission.Need;
import io.scimdoctor.permission.Operation;
import io.scimdoctor.permission.RequestLine;
import io.scimdoctor.redact.Redactor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the values of {@code --for} name: a request in one line, an operation, a goal of `check`, or a file. */
final class AskedOperations {
    private final List<String> values;
    private final Input input;
    private long skipped;

    AskedOperations(List<String> values, Input input) {
        this.values = values;
        this.input = input;
    }

    /** How much of what was asked for is no request that this API serves. */
    long skipped() {
        return skipped;
    }

    /**
     * Each need once, in the order of asking; empty when nothing was asked for.
     *
     * @throws Stopped for a value that names nothing, or a file without a request to this API
     */
    List<Need> needs() throws IOException {
        Set<Need> needs = new LinkedHashSet<>();
        for (String asked : values) {
            needs.addAll(needs(asked));
        }
        return new ArrayList<>(needs);
    }

    private List<Need> needs(String asked) throws IOException {
        Operation operation = Slugged.find(Operation.values(), asked);
        if (operation != null) {
            return List.of(Need.of(operation));
        }
        Goal goal = Slugged.find(Goal.values(), asked);
        if (goal != null) {
            return goal.operations().stream().map(Need::of).toList();
        }
        if (RequestLine.matches(asked)) {
            return line(asked);
        }
        if (!asked.equals("-") && !new File(CaptureFile.of(asked).file()).exists()) {
            throw Stopped.usage(
                    "--for names no operation and no file: '" + Redactor.seen(asked) + "'",
                    "write a request such as 'PATCH /groups/{id} members'");
        }
        Set<Need> needs = new LinkedHashSet<>();
        for (String file : new File(asked).isDirectory() ? Input.below(Path.of(asked)) : List.of(asked)) {
            file(file, needs);
        }
        if (needs.isEmpty()) {
            throw Stopped.noVerdict(
                    "'" + Redactor.seen(asked) + "' holds no request that this API serves",
                    "it may be a curl command, a HAR file or JSON with method and url");
        }
        return new ArrayList<>(needs);
    }

    private static List<Need> line(String asked) {
        List<Need> needs = RequestLine.parse(asked).needs();
        if (needs.isEmpty()) {
            throw Stopped.usage(
                    "--for names a request that the API does not serve: '" + Redactor.seen(asked) + "'",
                    "scimdoctor permissions lists those that it serves");
        }
        return needs;
    }

    private void file(String name, Set<Need> needs) throws IOException {
        CaptureFile named = CaptureFile.of(name);
        try (InputStream stream = input.open(named.file())) {
            CapturedRequests.read(stream, named, new CapturedRequests.Sink() {
                @Override
                public void request(RequestText.Placed placed) {
                    List<Need> more = Need.of(placed.request());
                    needs.addAll(more);
                    skipped += more.isEmpty() ? 1 : 0;
                }

                @Override
                public void leftOut(long index, String reason) {
                    skipped++;
                }
            });
        }
    }
}
