package io.scimdoctor.capture.container;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.capture.record.BareBody;
import io.scimdoctor.capture.record.CallPart;
import io.scimdoctor.capture.record.CallRecord;
import io.scimdoctor.exchange.LatePattern;
import io.scimdoctor.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of tools, such as a HAR or an export of rows, that somebody pasted between words: each in a fence of Markdown, or one
 * from the first line that begins like JSON to the last that ends like it.
 */
public final class PastedFile implements Form<Printed> {
    private static final LatePattern FENCE = LatePattern.of("^\\s{0,9}+(?:`{3,9}+|~{3,9}+)[\\w-]{0,20}+\\s*+$");

    private static final LatePattern LIST = LatePattern.of("\\[\\s*+[{\\[]");

    private static final LatePattern SEPARATOR = LatePattern.of("[,;\t]");

    private final boolean any;

    /** @param any whether it is to be tried with whatever stands there, because nothing else could be read */
    public PastedFile(boolean any) {
        this.any = any;
    }

    @Override
    public boolean matches(Printed text) {
        return !files(text.lines()).isEmpty();
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        String rest = String.join("\n", text.lines());
        long before = intake.found();
        for (String file : files(text.lines())) {
            if (any || isHeader(file.split("\n", 2)[0])) {
                intake.stream(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), false);
                rest = any ? rest : rest.replace(file, "");
            } else if (export(file, intake)) {
                rest = rest.replace(file, "");
            }
        }
        if (!any && intake.found() > before) {
            intake.text(rest);
        }
    }

    /** Reads whole JSON of several calls; what stands around a body, or around one call, may belong to it. */
    private static boolean export(String file, Intake intake) throws IOException {
        if (!LIST.matcher(file).find()) {
            return false;
        }
        Json.Partial json = Json.readLeniently(file);
        JsonNode first = json.node().isArray() ? json.node().path(0) : json.node();
        boolean several = json.node().isArray() || CallRecord.of(first) == null;
        boolean read = false;
        if (json.complete() && first.isObject() && several && !BareBody.is(first)) {
            for (JsonNode object : json.node().isArray() ? json.node() : List.of(first)) {
                read |= intake.record(object);
            }
        }
        return read;
    }

    /** None where there are no other lines. */
    private static List<String> files(List<String> lines) {
        List<Integer> fences = new ArrayList<>();
        int first = lines.size();
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if ((line.startsWith("```") || line.startsWith("~~~"))
                    && FENCE.matcher(line).find()) {
                fences.add(i);
            }
            first = line.startsWith("{") || line.startsWith("[") ? Math.min(first, i) : first;
            last = line.endsWith("}") || line.endsWith("]") ? i + 1 : last;
        }
        List<String> files = new ArrayList<>();
        for (int i = 0; i + 1 < fences.size(); i += 2) {
            files.add(String.join("\n", lines.subList(fences.get(i) + 1, fences.get(i + 1))));
        }
        if (fences.isEmpty() && first < last && last - first < lines.size()) {
            files.add(String.join("\n", lines.subList(first, last)));
        }
        for (int i = 0; i < lines.size() && files.isEmpty(); i++) {
            int end = i + 1;
            int fewest = isHeader(lines.get(i)) ? columns(lines.get(i)).size() : 0;
            while (fewest > 0 && end < lines.size() && columns(lines.get(end)).size() >= fewest) {
                end++;
            }
            if (end > i + 1 && end - i < lines.size()) {
                files.add(String.join("\n", lines.subList(i, end)));
            }
        }
        return files;
    }

    /** Whether a line names the columns of calls. */
    private static boolean isHeader(String line) {
        boolean words = Texts.containsIgnoringCase(line, "status")
                || Texts.containsIgnoringCase(line, "code")
                || Texts.containsIgnoringCase(line, "result");
        return words && line.indexOf('{') < 0 && line.indexOf('=') < 0 && CallPart.areColumns(columns(line));
    }

    private static List<String> columns(String line) {
        return List.of(SEPARATOR.split(line.replace("\"", "")));
    }
}
