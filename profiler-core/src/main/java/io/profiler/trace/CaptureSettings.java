// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace;

import java.util.List;

/**
 * What of an application's values gets into traces.
 *
 * @param arguments whether arguments of traced methods are shown
 * @param paths whether the paths of requests are shown
 * @param queries whether their queries are shown
 * @param messages whether the messages of errors are shown, besides their types
 * @param stacks whether it is shown where errors were thrown: classes, methods and lines, bounded, of the first errors of a trace
 * @param secretNames names whose values are not shown: whatever ends with one of them, whatever its case and separators
 * @param secretQueryNames names whose values are not shown in the query of a URL alone
 * @param secretShapes whether what looks like a secret is not shown either, wherever it stands: user and password in a
 *     URL, bearer tokens, private keys
 * @param maxTextLength longest text of one value, in characters
 * @since 0.1
 */
public record CaptureSettings(
        boolean arguments,
        boolean paths,
        boolean queries,
        boolean messages,
        boolean stacks,
        List<String> secretNames,
        List<String> secretQueryNames,
        boolean secretShapes,
        int maxTextLength) {

    private static final List<String> SECRET_NAMES = List.of(
            "password",
            "passwd",
            "passwrd",
            "pwd",
            "passphrase",
            "passcode",
            "passwort",
            "kennwort",
            "secret",
            "token",
            "credential",
            "authorization",
            "cookie",
            "apikey",
            "accesskey",
            "accountkey",
            "sharedkey",
            "subscriptionkey",
            "authkey",
            "appkey",
            "functionskey",
            "masterkey",
            "privatekey",
            "signingkey",
            "encryptionkey",
            "sshkey",
            "licensekey",
            "recoverykey",
            "hmac",
            "signature",
            "jwt",
            "sessionid",
            "sessid",
            "sessionkey",
            "otp",
            "cvv",
            "cvc",
            "ssn",
            "mnemonic",
            "seedphrase",
            "samlresponse",
            "clientassertion",
            "codeverifier",
            "authcode",
            "verificationcode",
            "securitycode",
            "recoverycode",
            "backupcode",
            "resetcode",
            "activationcode",
            "accesscode",
            "confirmationcode",
            "onetimecode",
            "mfacode",
            "2facode",
            "smscode",
            "logincode",
            "emailcode",
            "securityanswer",
            "cardnumber",
            "creditcard",
            "dbpass",
            "userpass",
            "smtppass",
            "ftppass",
            "mailpass",
            "proxypass",
            "adminpass",
            "rootpass",
            "keypass",
            "storepass");

    private static final List<String> SECRET_QUERY_NAMES = List.of(
            "code",
            "key",
            "sig",
            "sign",
            "pass",
            "pw",
            "psw",
            "pin",
            "sid",
            "session",
            "auth",
            "ticket",
            "assertion",
            "samlrequest",
            "nonce",
            "otc",
            "passkey",
            "magic",
            "invite",
            "invitecode",
            "oauthverifier");

    /** Copies both lists of names. */
    public CaptureSettings {
        secretNames = List.copyOf(secretNames);
        secretQueryNames = List.copyOf(secretQueryNames);
    }

    /**
     * No arguments, and nothing that may be secret.
     *
     * @return the settings of a service that sets none
     */
    public static CaptureSettings defaults() {
        return new CaptureSettings(false, true, true, true, true, SECRET_NAMES, SECRET_QUERY_NAMES, true, 2048);
    }
}
