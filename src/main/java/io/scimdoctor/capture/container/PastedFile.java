package io.scimdoctor.capture.container;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
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

    @Override
    public boolean matches(Printed text) {
        return !files(text.lines()).isEmpty();
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        for (String file : files(text.lines())) {
            intake.stream(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), false);
        }
    }

    /** None where there are no other lines. */
    private static List<String> files(List<String> lines) {
        List<Integer> fences = new ArrayList<>();
        int first = lines.size();
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (FENCE.matcher(line).find()) {
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
        return files;
    }
}
