package vn.minhbach.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;

/**
 * Speaks to the department's mail server. Letters are plain text and say that a machine has written them, so that no absence notice
 * answers; nothing in them tells who has read them.
 */
@ApplicationScoped
class SmtpPostman implements Postman {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";

    @Inject
    MailSettings settings;

    SmtpPostman() {}

    SmtpPostman(MailSettings settings) {
        this.settings = settings;
    }

    @Override
    public void bring(Outgoing letter) throws MessagingException {
        Transport.send(message(letter, session()));
    }

    MimeMessage message(Outgoing letter, Session session) throws MessagingException {
        var message = new SameMessage(session, letter.messageId());
        message.setFrom(sender());
        message.setRecipient(Message.RecipientType.TO, named(letter.address(), letter.name()));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(letter.writtenAt()));
        message.setText(letter.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Language", letter.language());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.saveChanges();
        return message;
    }

    /** With a name that is encoded: a header has no other letters than those of ASCII. */
    private InternetAddress sender() throws MessagingException {
        var sender = new InternetAddress(settings.getFrom(), true);
        return named(sender.getAddress(), Objects.requireNonNullElse(sender.getPersonal(), ""));
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            return name.isEmpty()
                    ? new InternetAddress(address, true)
                    : new InternetAddress(address, name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
    }

    Session session() {
        var properties = new Properties();
        properties.setProperty("mail.transport.protocol.rfc822", "smtp");
        properties.setProperty("mail.smtp.host", settings.getHost());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.getPort()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        // Nothing of this machine's own name is told.
        properties.setProperty("mail.smtp.localhost", domain());
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.getGuard()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        var user = settings.user();
        if (user.isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user.get(), settings.password());
            }
        });
    }

    private String domain() {
        var from = settings.getFrom();
        return from.substring(from.lastIndexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    /** A message keeps the id that it was given. */
    private static final class SameMessage extends MimeMessage {

        private final String id;

        SameMessage(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
