package vn.minhbach.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import vn.minhbach.access.Acting;
import vn.minhbach.access.Actor;
import vn.minhbach.access.Permission;

/** What is handed out to a person, in the server: it is written when the transaction that gathered it is over. */
@ArquillianTest
class PersonPackageIT {

    private static final String TOKEN = "PersonPackageITAAAAAAA";
    private static final String CLIENT = "203.0.113.7";
    private static final Actor MODERATOR = new Actor(
            "moderator",
            Set.of(
                    new Actor.Grant(Permission.READ_INBOX, ""),
                    new Actor.Grant(Permission.SEE_SENDERS, ""),
                    new Actor.Grant(Permission.SERVE_PERSONS, "")));

    @Inject
    EnclosureIntake intake;

    @Inject
    EnclosureService enclosed;

    @Inject
    PersonDataService persons;

    @Inject
    InboxRepository repository;

    private long send(String kind, List<String> handles) {
        var sent = new NewSubmission(
                kind,
                TOKEN,
                Map.of(
                        AskedField.SUBJECT, "Đèn đường hỏng",
                        AskedField.TEXT, "Đèn trước nhà hỏng.",
                        AskedField.NAME, "Nguyễn Thị Lan",
                        AskedField.ADDRESS, "Số 5 phố Hàng Bè",
                        AskedField.PHONE, "0912 345 678"),
                "",
                "",
                false,
                false,
                "vi",
                handles);
        enclosed.submit(
                sent, new SendingGate.Attempt(CLIENT, TOKEN, "", "", false, sent.get(AskedField.TEXT), sent.key()));
        return repository.byForm(sent.key()).orElseThrow().number();
    }

    @Test
    void aPackageHoldsTheFilesThatThePersonSent() throws Exception {
        var photo = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(500, 300, BufferedImage.TYPE_INT_RGB), "png", photo);
        var file = intake.take(TOKEN, CLIENT, "Ảnh đèn.png", new ByteArrayInputStream(photo.toByteArray()));
        var id = send("question", List.of(file.handle()));
        var request = send(PersonDataService.KIND, List.of());

        var made = Acting.as(MODERATOR, () -> persons.pack(request, "", List.of(id)));
        var written = new ByteArrayOutputStream();
        made.writeTo(written);

        var width = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("tep/" + id + "-1-")) {
                    width = ImageIO.read(new ByteArrayInputStream(zip.readAllBytes()))
                            .getWidth();
                }
            }
        }
        assertThat(width).isEqualTo(500);
    }
}
