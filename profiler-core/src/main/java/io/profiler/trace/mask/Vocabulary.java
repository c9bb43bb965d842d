// SPDX-License-Identifier: Apache-2.0
package io.profiler.trace.mask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which a text about a secret is told from the secret itself. */
final class Vocabulary {

    private static final Set<String> ABOUT =
            words("type types policy policies count counts counter length len size sizes"
                    + " expiry expires expire expired expiration ttl timeout age at in on date time times timestamp algorithm"
                    + " algorithms alg method methods encoder encoders encoding encoded format endpoint endpoints uri uris url urls"
                    + " path paths domain domains name names arn version versions status state enabled disabled required optional"
                    + " valid invalid validity present missing set unset changed updated created issued issuer rotated rotation"
                    + " attempts attempt retries limit limits max maximum min minimum strength rule rules provider providers store"
                    + " stores manager service services repository factory filter class config configuration settings mode scope"
                    + " scopes consent samesite secure only index position pos line lines column offset kind usage used prompt label"
                    + " placeholder reset exception error errors fault failure handler parser validator verifier generator resolver"
                    + " converter decoder builder listener interceptor controller module bucket ring counter budget window rate"
                    + " quality locked required blank empty source sources interval days hours minutes seconds ms millis change"
                    + " changes update updates modified link page form banner jar support supported auth owner user username email host port region"
                    + " template category group ref reference refs spec schema total locator strategy request response protocol"
                    + " stuffing less scheme realm server client per spent left remaining remembered question lifetime period"
                    + " transport standard check checks checker test tests flow grant requirement requirements feature ids"
                    + " decision decisions");

    private static final Set<String> HARMLESS =
            words("true false yes no none null nil undefined missing invalid required"
                    + " expired incorrect wrong empty blank unknown unsupported rejected hidden masked redacted protected secret"
                    + " valid ok set unset present absent disabled enabled optional default not must should may might can cannot"
                    + " could has had have is are was were does did do too only at least failed unable expected denied given"
                    + " provided omitted needed mandatory accepted granted revoked changed updated created deleted string str"
                    + " text varchar char integer int number boolean bool object bytes byte any optional header length size"
                    + " mismatch matches match matched unchanged reset forgotten sent received refreshed refresh failure success"
                    + " successful ascii utf for via see click please check use using never always contains cannot new tbd todo"
                    + " xxx unset anonymous auto automatic per session stateless disabled lax strict permitted allowed forbidden"
                    + " insufficient absent");

    private static final Set<String> ALGORITHMS = words("sha1 sha256 sha384 sha512 sha3 md5 oauth2 oauth1 base64 base32"
            + " base58 pbkdf2 argon2 argon2id bcrypt2 hs256 hs384 hs512 rs256 rs384 rs512 es256 es384 es512 ps256 x509"
            + " ed25519 x25519 p256 aes128 aes256 ipv4 ipv6 http1 http2 http3 utf8 utf16 utf8mb4 latin1 tls1 tls12 tls13"
            + " oauth20 java17 java21 jdk17 jdk21 windows10 windows11 log4j h2 k8s s3 ec2 sqlite3 python3 level1 level2"
            + " step1 step2 part1 part2 v1beta1 v1alpha1 pkcs1 pkcs5 pkcs7 pkcs8 pkcs12 fips140 ripemd160 crc32");

    private static final Set<String> OF_PARSERS =
            words("unexpected expected expecting recognized unrecognized next at before after near");

    private static final Set<String> OF_SENTENCES = words(
            "a an the of to by with and or but be been it its this that than if from into out on as so one two three ago"
                    + " have more fewer least most between equal same different new old current other another first last"
                    + " short long weak strong common similar simple known contain include characters character letter"
                    + " letters digit digits uppercase lowercase special symbol symbols number numbers space spaces value values"
                    + " field parameter argument property please again found match");

    private Vocabulary() {}

    private static Set<String> words(String words) {
        return Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a name that ends so tells about a secret, as {@code passwordPolicy} does. */
    static boolean isAboutASecret(String lastWord) {
        return ABOUT.contains(lastWord);
    }

    /** Whether a word says that there is no secret, or what is wrong with it. */
    static boolean isHarmless(String word) {
        return HARMLESS.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether a word may be in what is said of a secret: one of those above, about one, or any of such a sentence. */
    static boolean isOfRemarks(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return HARMLESS.contains(lower) || ABOUT.contains(lower) || OF_SENTENCES.contains(lower);
    }

    /** Whether what a parser says of a token begins so. */
    static boolean isOfParsers(String wordBefore) {
        return OF_PARSERS.contains(wordBefore);
    }

    /** Whether a word has letters and digits, as a chosen password or a token has, and is no technical term. */
    static boolean looksChosen(String word, int minLength) {
        return word.length() >= minLength
                && word.chars().anyMatch(Character::isDigit)
                && word.chars().anyMatch(Character::isLetter)
                && !ALGORITHMS.contains(word.toLowerCase(Locale.ROOT).replace("-", ""));
    }
}
