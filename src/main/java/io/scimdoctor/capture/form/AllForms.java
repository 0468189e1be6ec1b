package io.scimdoctor.capture.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** Reads a part of a capture by whichever form fits, so that a form with others inside need not know which there are. */
public interface AllForms {
    /** Reads a text; false when no form finds an exchange in it. */
    boolean text(Printed text, Intake intake) throws IOException;

    /** Reads a JSON object; false when no form finds an exchange in it. */
    boolean record(JsonNode object, Intake intake) throws IOException;

    /** Reads bytes of which nothing is known. */
    void bytes(InputStream bytes, Intake intake) throws IOException;
}
