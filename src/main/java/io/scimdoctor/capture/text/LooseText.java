package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.form.Intake;
import java.io.IOException;
import java.util.List;

/** Anything else that was printed: logs of applications, consoles, exceptions. */
public final class LooseText extends LineForm {
    @Override
    boolean matches(List<String> lines) {
        return true;
    }

    /** A failure that is mentioned beside answers, with nothing that shows which call it belongs to, is said. */
    @Override
    List<Draft> drafts(List<String> lines, Intake intake) throws IOException {
        LooseScan.Told told = LooseScan.of(lines);
        if (told.mentioned() > 0 && !told.drafts().isEmpty()) {
            intake.failuresUnread(told.mentioned());
        }
        return told.drafts();
    }
}
