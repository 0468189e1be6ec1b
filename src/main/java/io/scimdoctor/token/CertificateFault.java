package io.scimdoctor.token;

/** What can be wrong with a file that should hold a certificate and its private key. */
enum CertificateFault {
    NOT_KNOWN("is neither PEM nor PKCS#12", CertificateFault.BOTH),
    NO_CERTIFICATE("holds no certificate", CertificateFault.BOTH),
    NO_KEY("holds no private key", CertificateFault.BOTH),
    SEVERAL_KEYS("holds more than one private key", "leave one key and its certificate in it"),
    DAMAGED("holds a certificate or a key that is damaged", "export both anew"),
    PASSWORD_MISSING(
            "is encrypted, and no password is given",
            "set AZURE_CLIENT_CERTIFICATE_PASSWORD or --client-certificate-password-file"),
    PASSWORD_WRONG("cannot be opened with the password that is given", "check the password"),
    ENCRYPTION(
            "holds a key that is encrypted in a way unknown to this Java",
            "encrypt it with AES, as openssl pkcs8 -topk8 -v2 aes256 does"),
    OLDER_FORM("holds its key in an older form than PKCS#8", "convert the key with openssl pkcs8 -topk8 -nocrypt"),
    // Source: "Application authentication certificate credentials", 2025: alg should be PS256.
    NOT_RSA(
            "holds a key that is no RSA key, and Microsoft Entra ID verifies assertions of RSA keys only",
            "register a certificate with an RSA key for the application"),
    MISMATCH(
            "holds a private key that does not belong to its certificate",
            "put the key that the certificate was made for into it");

    private static final String BOTH = "put certificate and private key (PKCS#8) into one PEM file, or use PKCS#12";

    private final String text;
    private final String remedy;

    CertificateFault(String text, String remedy) {
        this.text = text;
        this.remedy = remedy;
    }

    /** @param where the file, as the subject of the sentence */
    ClientProof.Unusable of(String where) {
        return new ClientProof.Unusable(where + " " + text, remedy);
    }
}
