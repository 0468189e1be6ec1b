package io.scimdoctor.redact;

/** The self-check found a secret in what had just been written; the file is gone, and there is no result. */
public final class SecretFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param place which artefact, as a person would call it; never anything of its content */
    public SecretFound(String place) {
        super("a secret was about to be written into " + place + "; the file was removed");
    }
}
