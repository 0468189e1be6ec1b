package io.scimdoctor.capture.repair;

import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.exchange.LatePattern;
import java.io.IOException;
import java.util.regex.Matcher;

/** Text in frames: newman wraps bodies in them at a fixed width, Terraform its errors between words. */
public final class BoxedText implements Form<Printed> {
    private static final LatePattern ROW = LatePattern.of("^\\s{0,6}+[│|] ?(.*)$");
    private static final LatePattern OPEN = LatePattern.of("^\\s{0,6}+(?:[┌╷]|- [v^↓↑])");
    private static final LatePattern CLOSE = LatePattern.of("^\\s{0,6}+(?:[└╵]|-)\\s{0,9}+$");
    private static final LatePattern SENT = LatePattern.of("^\\s{0,6}+(?:┌|-) [↑^]");

    /** Where a sentence goes on below a line that is as wide as a frame. */
    private static final LatePattern GOES_ON = LatePattern.of("(?<=[^\\n]{50})\\n(?=[a-z])");

    @Override
    public boolean matches(Printed text) {
        boolean open = false;
        for (String line : text.rawLines()) {
            if (open && ROW.matcher(line).find()) {
                return true;
            }
            open = OPEN.matcher(line).find();
        }
        return false;
    }

    @Override
    public void read(Printed text, Intake intake) throws IOException {
        StringBuilder plain = new StringBuilder();
        boolean within = false;
        boolean wrapped = false;
        for (String line : text.rawLines()) {
            Matcher row = ROW.matcher(line);
            if (OPEN.matcher(line).find()) {
                within = true;
                wrapped = line.indexOf('╷') < 0 && line.indexOf('┬') < 0;
                plain.append(SENT.matcher(line).find() ? "\nRequest body: " : "\n");
            } else if (within && row.find()) {
                plain.append(row.group(1)).append(wrapped ? "" : "\n");
            } else if (within && CLOSE.matcher(line).find()) {
                within = false;
                plain.append('\n');
            } else {
                plain.append(line).append('\n');
            }
        }
        intake.text(GOES_ON.matcher(plain).replaceAll(" "));
    }
}
