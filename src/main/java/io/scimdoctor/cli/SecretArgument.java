package io.scimdoctor.cli;

import io.scimdoctor.redact.Redactor;
import io.scimdoctor.scim.Nearest;
import java.util.List;

/** Finds a secret among the words of a command line, where it does not belong. */
final class SecretArgument {
    static final String MESSAGE =
            "secrets do not belong on the command line: other users of this machine can read it, and"
                    + " the shell's history now holds this one";
    static final String HINT =
            "replace the secret, delete the line from the history, and hand secrets over in a file, on"
                    + " standard input or in a variable such as AZURE_CLIENT_SECRET or SCIMDOCTOR_TOKEN";

    private SecretArgument() {}

    /** Whether a word is a token or a key, or the value of an option that is called like a secret. */
    static boolean isIn(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean setting = word.startsWith("--") || (equals > 0 && name.matches("[A-Za-z_-]++"));
            // The last part of a name may say, perhaps misspelt, that the value is only where the secret is.
            boolean named = setting
                    && (name.equals("--bearer") || Redactor.namesSecret(name))
                    && Nearest.of(name.substring(name.lastIndexOf('-') + 1), List.of("file", "env", "variable"))
                            == null;
            boolean valued = equals > 0 ? equals + 1 < word.length() : i + 1 < words.size();
            if ((named && valued) || Redactor.isSecret(word)) {
                return true;
            }
        }
        return false;
    }
}
