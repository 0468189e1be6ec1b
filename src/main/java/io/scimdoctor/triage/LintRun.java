package io.scimdoctor.triage;

import io.scimdoctor.capture.reader.CaptureFile;
import io.scimdoctor.capture.reader.CapturedRequests;
import io.scimdoctor.capture.request.RequestText;
import io.scimdoctor.exchange.SentRequest;
import io.scimdoctor.finding.Told;
import io.scimdoctor.input.Input;
import io.scimdoctor.input.Source;
import io.scimdoctor.input.Unreadable;
import io.scimdoctor.lint.FilterLint;
import io.scimdoctor.lint.RequestLint;
import io.scimdoctor.lint.body.PayloadLint;
import io.scimdoctor.lint.rule.Correction;
import io.scimdoctor.lint.rule.Excerpt;
import io.scimdoctor.lint.rule.LintFinding;
import io.scimdoctor.lint.rule.LintResult;
import io.scimdoctor.lint.rule.Place;
import io.scimdoctor.lint.rule.Quotes;
import io.scimdoctor.redact.KnownSecrets;
import io.scimdoctor.redact.Redactor;
import io.scimdoctor.report.lint.LintOutput;
import io.scimdoctor.report.lint.LintTally;
import io.scimdoctor.scim.ResourceKind;
import io.scimdoctor.scim.ScimUrl;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leads what the user named to the rules, and what they say to the output. */
public final class LintRun {
    private static final int LARGEST_TEXT = 64 * 1024 * 1024;
    private final LintSubject subject;
    private final String resource;
    private final boolean fix;
    private final Input input;
    private final KnownSecrets secrets;
    private final LintTally tally;
    private final List<LintOutput> outputs = new ArrayList<>();
    private CaptureFile asked = new CaptureFile("-", 0);

    /**
     * @param resource what it is about, such as {@code groups}; empty when that was not said
     * @param fix whether it is corrected too
     * @param secrets gets what the requests are sent with
     */
    public LintRun(
            LintSubject subject, String resource, boolean fix, Input input, KnownSecrets secrets, LintTally tally) {
        this.subject = subject;
        this.resource = resource;
        this.fix = fix;
        this.input = input;
        this.secrets = secrets;
        this.tally = tally;
    }

    private ResourceKind kind() {
        return resource.equals("groups") ? ResourceKind.GROUPS : ResourceKind.USERS;
    }

    /** A name that is wrong is said before anything is printed. */
    public void expect(List<String> parameters) throws IOException {
        if (isCommand(parameters)) {
            return;
        }
        for (String parameter : parameters) {
            boolean once = new File(parameter).exists() && !new File(parameter).isFile();
            if (!parameter.equals("-") && !isText(parameter) && !once) {
                input.open(CaptureFile.of(parameter).file()).close();
            }
        }
    }

    /** Judges everything, and closes the result. */
    public void judge(List<String> parameters, List<LintOutput> forms) throws IOException {
        outputs.addAll(forms);
        judge(parameters);
        for (LintOutput output : outputs) {
            output.finish(tally);
        }
    }

    private void judge(List<String> parameters) throws IOException {
        if (isCommand(parameters)) {
            Optional<RequestText.Placed> command = RequestText.command(parameters);
            if (command.isPresent()) {
                placed("-", command.get());
            }
            return;
        }
        int index = 1;
        for (String parameter : parameters) {
            if (isText(parameter)) {
                text(parameter, "-", index++);
            } else {
                boolean folder = new File(parameter).isDirectory();
                for (String name : folder ? Input.below(Path.of(parameter)) : List.of(parameter)) {
                    file(CaptureFile.of(name));
                }
            }
        }
    }

    private boolean isCommand(List<String> parameters) {
        return subject == LintSubject.REQUEST && parameters.get(0).equals("curl");
    }

    /** Whether a parameter is what to judge, and not a file's name. */
    private boolean isText(String parameter) {
        if (parameter.equals("-") || new File(parameter).exists()) {
            return false;
        }
        String start = parameter.stripLeading();
        return switch (subject) {
            // A blank that was copied from a page may be one that does not break.
            case FILTER -> parameter.chars().anyMatch(c -> " =(\"'\u00a0".indexOf(c) >= 0);
            case QUERY -> parameter.indexOf('=') >= 0 || parameter.indexOf('?') >= 0 || parameter.contains("://");
            case REQUEST ->
                parameter.indexOf(' ') >= 0
                        && !RequestText.read(parameter).requests().isEmpty();
            case USER, GROUP, PATCH -> start.startsWith("{") || start.startsWith("[");
        };
    }

    private void file(CaptureFile named) throws IOException {
        String name = named.file();
        asked = named;
        long before = tally.pieces();
        try (InputStream stream = input.open(name)) {
            switch (subject) {
                case USER, GROUP, PATCH -> payloads(name, Input.reader(stream));
                case FILTER, QUERY -> lines(name, stream);
                case REQUEST -> requests(stream, named);
            }
        }
        if (tally.pieces() == before) {
            unreadable(new Source(name, named.entry(), null), "the file holds no entry of that number");
        }
    }

    private void lines(String name, InputStream stream) throws IOException {
        int number = 0;
        int found = 0;
        for (String line : Input.all(stream, LARGEST_TEXT).split("\r?\n|\r", -1)) {
            number++;
            if (!line.isBlank()) {
                text(line.strip(), name, number);
                found++;
            }
        }
        if (found == 0) {
            unreadable(new Source(name, 1, null), "the input is empty");
        }
    }

    private void text(String text, String name, int index) throws IOException {
        Source source = new Source(name, index, null);
        switch (subject) {
            case FILTER, QUERY -> single(source, text);
            case REQUEST -> {
                InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
                requests(stream, new CaptureFile(name, 0));
            }
            case USER, GROUP, PATCH -> payloads(name, new StringReader(text));
        }
    }

    private void single(Source source, String text) throws IOException {
        boolean filter = subject == LintSubject.FILTER;
        List<LintFinding> findings = findings(text);
        LintResult.Corrected corrected = null;
        if (fix && Correction.count(findings) > 0) {
            String better = Correction.of(text, filter ? Place.Part.FILTER : Place.Part.URL, findings);
            corrected = corrected(CorrectedRequest.line(better), findings(better));
        }
        Quotes quotes = new Quotes(text);
        put(new LintResult(
                source,
                filter ? "filter on " + kind().segment() : "query",
                findings,
                place -> Excerpt.of(text, place.start(), place.end(), quotes),
                null,
                corrected));
    }

    private List<LintFinding> findings(String text) {
        return subject == LintSubject.FILTER ? FilterLint.of(kind(), text) : RequestLint.query(text, kind());
    }

    private void requests(InputStream stream, CaptureFile named) throws IOException {
        CapturedRequests.read(stream, named, new CapturedRequests.Sink() {
            @Override
            public void request(RequestText.Placed placed) throws IOException {
                placed(named.file(), placed);
            }

            @Override
            public void leftOut(long index, String reason) throws IOException {
                unreadable(new Source(named.file(), index, null), reason);
            }

            @Override
            public void elsewhere() {
                tally.addElsewhere();
            }
        });
    }

    private void placed(String name, RequestText.Placed placed) throws IOException {
        if (CapturedRequests.isElsewhere(
                ScimUrl.parse(String.valueOf(placed.request().url())))) {
            tally.addElsewhere();
            return;
        }
        Source source = new Source(name, placed.line(), null);
        placed.unknown().forEach(tally::addUnknown);
        request(source, placed.request(), placed.complete());
        if (!placed.skipped().isEmpty()) {
            String parts = String.join(" and ", placed.skipped());
            unreadable(source, "not checked: " + parts + ", which this text does not show");
        }
    }

    private void request(Source source, SentRequest request, boolean complete) throws IOException {
        request.headers().first("Authorization").ifPresent(secrets::addFound);
        List<LintFinding> findings = complete ? RequestLint.complete(request) : RequestLint.of(request);
        put(result(source, request, findings, fix));
    }

    /** What is said of a whole request. */
    public static LintResult result(Source source, SentRequest request, List<LintFinding> findings, boolean fix) {
        LintResult.Corrected corrected = null;
        if (fix && Correction.count(findings) > 0) {
            SentRequest better = Correction.of(request, findings);
            corrected = corrected(CorrectedRequest.text(better), RequestLint.of(better));
        }
        String body = request.body();
        Excerpt.Finder excerpts = new RequestExcerpts(request, new Quotes(body == null ? "" : body));
        return new LintResult(source, subject(request), findings, excerpts, request, corrected);
    }

    private static String subject(SentRequest request) {
        String url = request.url();
        ScimUrl target = ScimUrl.parse(url == null ? "" : url);
        String path = target.kind().segment().isEmpty()
                ? Redactor.url(target.path())
                : "/" + target.kind().segment() + (target.isObject() ? "/{id}" : "");
        return Redactor.typed(String.valueOf(request.method())) + " " + path;
    }

    private void payloads(String name, Reader text) throws IOException {
        PayloadLint lint = subject.payloads(resource.isEmpty() ? null : kind());
        RecentText recent = new RecentText(text);
        String what = subject.name().toLowerCase(Locale.ROOT);
        List<LintResult> held = new ArrayList<>();
        lint.read(recent, (line, findings) -> {
            held.add(new LintResult(new Source(name, line, null), what, findings, recent::excerpt, null, null));
            if (!fix || recent.whole() == null) {
                putAll(held);
            }
        });
        held.removeIf(result -> !asked.has(result.source().index()));
        List<LintFinding> found = new ArrayList<>();
        held.forEach(result -> found.addAll(result.findings()));
        CharSequence whole = recent.whole();
        if (!held.isEmpty() && whole != null && Correction.count(found) > 0) {
            String better = Correction.of(whole.toString(), Place.Part.BODY, found);
            List<LintFinding> left = new ArrayList<>();
            lint.read(new StringReader(better), (line, findings) -> left.addAll(findings));
            LintResult last = held.remove(held.size() - 1);
            held.add(last.with(corrected(CorrectedRequest.body(better), left)));
        }
        putAll(held);
    }

    private void putAll(List<LintResult> held) throws IOException {
        for (LintResult result : held) {
            put(result);
        }
        held.clear();
    }

    private static LintResult.Corrected corrected(Told text, List<LintFinding> left) {
        return new LintResult.Corrected(
                text, left.stream().filter(LintFinding::isError).count());
    }

    private void put(LintResult result) throws IOException {
        if (asked.has(result.source().index())) {
            tally.add(result);
            for (LintOutput output : outputs) {
                output.result(result);
            }
        }
    }

    private void unreadable(Source source, String reason) throws IOException {
        if (asked.has(source.index())) {
            Unreadable piece = new Unreadable(source, reason);
            tally.addUnreadable(piece);
            for (LintOutput output : outputs) {
                output.unreadable(piece);
            }
        }
    }

    /** The texts of a request, for the lines that findings point into. */
    private record RequestExcerpts(SentRequest request, Quotes body) implements Excerpt.Finder {
        @Override
        public @Nullable Excerpt find(Place place) {
            String text = switch (place.part()) {
                case METHOD -> request.method();
                case URL -> request.url();
                case BODY -> request.body();
                case HEADERS -> String.join("\n", request.headers().lines());
                case FILTER -> null;
            };
            if (text == null || text.isEmpty()) {
                return null;
            }
            return Excerpt.of(
                    text, place.start(), place.end(), place.part() == Place.Part.BODY ? body : new Quotes(text));
        }
    }
}
