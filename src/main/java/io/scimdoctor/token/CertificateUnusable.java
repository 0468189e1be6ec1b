package io.scimdoctor.token;

/** Ends the reading of a certificate's file; it holds nothing of what was read. */
final class CertificateUnusable extends Exception {
    private static final long serialVersionUID = 1L;

    private final CertificateFault fault;

    CertificateUnusable(CertificateFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    CertificateFault fault() {
        return fault;
    }
}
