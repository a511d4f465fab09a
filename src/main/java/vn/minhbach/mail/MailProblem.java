package vn.minhbach.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why a letter was not sent. */
public enum MailProblem {
    NONE,
    /** Mail was switched off meanwhile. */
    OFF,
    /** The mail server cannot be reached. */
    UNREACHABLE,
    /** It did not answer in time. */
    SLOW,
    /** It speaks no TLS, or shows a certificate that is not its own. */
    TLS,
    /** It does not accept our user and password. */
    SIGN_IN,
    /** It refuses the recipient or the letter for good. */
    REFUSED,
    /** It refuses them for now. */
    LATER,
    /** It became too late: what the letter says has ended. */
    TOO_OLD,
    /** The key is missing that sealed it. It waits. */
    KEY,
    OTHER;

    private static final Pattern FOR_GOOD = Pattern.compile("\\b5\\d\\d[ -]");
    private static final Pattern FOR_NOW = Pattern.compile("\\b4\\d\\d[ -]");

    /** What a mail server's answer means; found in the exception and all that it stands on. */
    static MailProblem of(Throwable thrown) {
        for (@Nullable Throwable at = thrown; at != null; at = cause(at)) {
            var answer = String.valueOf(at.getMessage());
            if (at instanceof AuthenticationFailedException) {
                return SIGN_IN;
            }
            if (at instanceof SendFailedException && FOR_GOOD.matcher(answer).find()) {
                return REFUSED;
            }
            if (at instanceof SendFailedException && FOR_NOW.matcher(answer).find()) {
                return LATER;
            }
            if (at instanceof SocketTimeoutException) {
                return SLOW;
            }
            if (at instanceof SSLException || answer.contains("STARTTLS")) {
                return TLS;
            }
            if (at instanceof java.net.ConnectException
                    || at instanceof java.net.NoRouteToHostException
                    || at instanceof java.net.UnknownHostException) {
                return UNREACHABLE;
            }
        }
        return OTHER;
    }

    private static @Nullable Throwable cause(Throwable at) {
        return at instanceof MessagingException mail ? mail.getNextException() : at.getCause();
    }

    /** Whether trying again is of no use. */
    boolean isFinal() {
        return this == REFUSED || this == TOO_OLD;
    }
}
