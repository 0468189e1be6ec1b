package io.scimdoctor.capture.text;

import io.scimdoctor.capture.Draft;
import io.scimdoctor.capture.Texts;
import io.scimdoctor.capture.form.Form;
import io.scimdoctor.capture.form.Intake;
import io.scimdoctor.capture.form.Printed;
import io.scimdoctor.scim.Cloud;
import io.scimdoctor.scim.ScimUrl;
import java.io.IOException;
import java.util.List;

/** A form of text that is recognised and read line by line, without the damage of its way. */
abstract class LineForm implements Form<Printed> {
    @Override
    public final boolean matches(Printed text) {
        return !MarkupText.is(text) && matches(text.lines());
    }

    @Override
    public final void read(Printed text, Intake intake) throws IOException {
        List<Draft> drafts = drafts(text.lines(), intake);
        if (JsonText.isWhole(text)) {
            // A number under any name is no status: a document tells of a call by its parts.
            drafts.removeIf(draft -> draft.url == null && draft.body.isEmpty() && draft.fault == null);
        }
        int read = 0;
        for (Draft draft : drafts) {
            draft.truncated |= text.isCut() && ++read == drafts.size();
            draft.body = PrintedBody.mended(draft.body);
            intake.exchange(draft);
        }
    }

    abstract boolean matches(List<String> lines);

    abstract List<Draft> drafts(List<String> lines, Intake intake) throws IOException;

    /** Takes the last call or address that a text names into a draft. */
    static void namedCall(String text, Draft draft) {
        Piece last = null;
        for (String line : Texts.lines(text)) {
            for (Piece piece : LinePieces.of("", line, 0, List.of())) {
                String address = String.valueOf(piece.url);
                String host = ScimUrl.parse(address).host();
                boolean ours = host == null || Cloud.isServiceHost(host) || address.contains("/scim");
                // The call of another server that has its own status is told to its end.
                boolean named = ours ? piece.called || piece.keyed : piece.called && piece.status == Draft.UNKNOWN;
                last = named && piece.url != null ? piece : last;
            }
        }
        if (last != null) {
            draft.method = last.method;
            draft.url = last.url;
        }
    }
}
