// SPDX-License-Identifier: Apache-2.0
package io.profiler.autoconfigure;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host by what is written: a name of plain labels, or an address in the one form that nobody reads otherwise.
 *
 * @param text in lower case, without a dot at the end and without brackets
 * @param isAddress whether it is an address
 * @param isPrivate whether it is an address that is not reached from outside
 */
record Host(String text, boolean isAddress, boolean isPrivate) {

    private static final int LONGEST = 253;
    private static final String LABEL = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";
    private static final Pattern NAME = Pattern.compile(LABEL + "(\\." + LABEL + ")*");

    /** What some programs read as a number, and so as an address: 2130706433, 0x7f000001, 127.1. */
    private static final Pattern ENDS_WITH_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");

    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern PRIVATE_IPV4 =
            Pattern.compile("(127|10)\\..*|192\\.168\\..*|172\\.(1[6-9]|2[0-9]|3[01])\\..*");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    /** The host that a text names; null if it is neither a plain name nor a plain address. */
    static @Nullable Host of(String written) {
        String text = written.toLowerCase(Locale.ROOT);
        if (text.startsWith("[") && text.endsWith("]")) {
            return ofIpv6(text.substring(1, text.length() - 1));
        }
        if (text.indexOf(':') >= 0) {
            return ofIpv6(text);
        }
        return text.length() > LONGEST + 1 || !isAscii(written) ? null : ofNameOrIpv4(withoutDotAtEnd(text));
    }

    /** Some letters become others of ASCII in lower case. */
    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** A name of one label with a dot at its end is one of the root's: that of a top-level domain. */
    private static String withoutDotAtEnd(String text) {
        int dot = text.indexOf('.');
        return text.endsWith(".") && dot < text.length() - 1 ? text.substring(0, text.length() - 1) : text;
    }

    private static @Nullable Host ofNameOrIpv4(String text) {
        if (IPV4.matcher(text).matches()) {
            return new Host(text, true, PRIVATE_IPV4.matcher(text).matches());
        }
        return NAME.matcher(text).matches() && !ENDS_WITH_NUMBER.matcher(text).matches()
                ? new Host(text, false, false)
                : null;
    }

    /** Brackets keep a text that is no address from being looked up. An address of IPv4 in this form is not taken for one. */
    private static @Nullable Host ofIpv6(String text) {
        try {
            return IPV6.matcher(text).matches()
                            && InetAddress.getByName('[' + text + ']') instanceof Inet6Address address
                    ? new Host(address.getHostAddress(), true, isPrivate(address))
                    : null;
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    private static boolean isPrivate(Inet6Address address) {
        return address.isLoopbackAddress() || (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
    }
}
