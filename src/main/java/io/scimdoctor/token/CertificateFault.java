package io.scimdoctor.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.scimdoctor.exchange.Slugged;
import io.scimdoctor.json.Resource;

/** What can be wrong with a file that should hold a certificate and its private key. */
enum CertificateFault implements Slugged {
    NOT_KNOWN,
    NO_CERTIFICATE,
    NO_KEY,
    SEVERAL_KEYS,
    DAMAGED,
    PASSWORD_MISSING,
    PASSWORD_WRONG,
    ENCRYPTION,
    OLDER_FORM,
    NOT_RSA,
    MISMATCH;

    /** @param where the file, as the subject of the sentence */
    ClientProof.Unusable of(String where) {
        JsonNode row =
                Resource.json(CertificateFault.class, "certificate-faults.json").path(slug());
        return new ClientProof.Unusable(
                where + " " + row.path("text").asText(), row.path("remedy").asText());
    }
}
