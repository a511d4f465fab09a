package vn.minhbach.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses are everybody's. All that is reserved for something else is not, whatever the machine's own routes say. */
final class Networks {

    /** IANA's registers of special addresses. */
    private static final List<Network> RESERVED = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");

    /** Of the sixth version everything is reserved that is not given out for the internet; and of that, these. */
    private static final Network GIVEN_OUT = network("2000::/3");

    private static final List<Network> RESERVED_SIX =
            networks("2001::/23", "2001:db8::/32", "2620:4f:8000::/48", "3fff::/20", "5f00::/16");

    /** These carry an address of the fourth version: at its end, or behind the first two bytes. */
    private static final Network NAT64 = network("64:ff9b::/96");

    private static final Network SIX_TO_FOUR = network("2002::/16");

    private record Network(byte[] address, int bits) {

        boolean holds(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 0x80 >> bit % 8;
                if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private Networks() {}

    /** Whether anybody on the internet may be meant by it. */
    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return RESERVED.stream().noneMatch(network -> network.holds(bytes));
        }
        if (!(address instanceof Inet6Address)) {
            return false;
        }
        if (NAT64.holds(bytes)) {
            return isPublic(four(bytes, 12));
        }
        if (SIX_TO_FOUR.holds(bytes)) {
            return isPublic(four(bytes, 2));
        }
        return GIVEN_OUT.holds(bytes) && RESERVED_SIX.stream().noneMatch(network -> network.holds(bytes));
    }

    private static InetAddress four(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Network> networks(String... given) {
        return Arrays.stream(given).map(Networks::network).toList();
    }

    private static Network network(String given) {
        var slash = given.indexOf('/');
        try {
            // Numbers only: nothing is asked of anybody.
            return new Network(
                    InetAddress.getByName(given.substring(0, slash)).getAddress(),
                    Integer.parseInt(given.substring(slash + 1)));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
