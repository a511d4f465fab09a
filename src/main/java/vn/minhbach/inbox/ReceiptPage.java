package vn.minhbach.inbox;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.minhbach.access.Permission;
import vn.minhbach.shared.NotFoundException;
import vn.minhbach.web.Door;
import vn.minhbach.web.PublicPage;
import vn.minhbach.web.QrCode;
import vn.minhbach.web.StructuredData;
import vn.minhbach.web.Visit;

/** Backs {@code /bien-nhan}: the receipt of what was sent, to be printed; for a day, for whoever has its address. */
@Door(path = ReceiptPage.PATH, parameters = ReceiptPage.KEY, permission = Permission.READ_PUBLIC, unlisted = true)
@Named("bien-nhan")
@RequestScoped
public class ReceiptPage implements PublicPage {

    static final String PATH = "/bien-nhan";
    static final String KEY = "phieu";

    private static final Pattern SOUND = Pattern.compile("[0-9a-f]{40}");

    @Inject
    InboxService service;

    @Inject
    StructuredData structured;

    @Inject
    Visit visit;

    private InboxService.@Nullable Receipt receipt;

    @Override
    public void load() {
        var key = visit.parameter(KEY);
        receipt = (SOUND.matcher(key).matches()
                        ? service.receipt(key, visit.words())
                        : Optional.<InboxService.Receipt>empty())
                .orElseThrow(() -> new NotFoundException("receipt", ""));
    }

    private InboxService.Receipt receipt() {
        return Objects.requireNonNull(receipt);
    }

    public String getCode() {
        return receipt().code();
    }

    public String getKind() {
        return receipt().kind();
    }

    public Instant getReceivedAt() {
        return receipt().receivedAt();
    }

    public String getDue() {
        return receipt().due();
    }

    public List<String> getWhy() {
        return receipt().why();
    }

    public boolean isMailed() {
        return receipt().mailed();
    }

    /** Whether somebody looks at it before it goes to a unit. */
    public boolean isHeld() {
        return receipt().held();
    }

    public InboxChannel getChannel() {
        return receipt().channel();
    }

    public boolean isTakenDown() {
        return receipt().channel() != InboxChannel.WEB;
    }

    /** Whether its sender can follow it; otherwise the answer goes by post. */
    public boolean isTracked() {
        return receipt().tracked();
    }

    public String getTrackUrl() {
        return visit.url(TrackPage.PATH + "?" + TrackPage.CODE + "=" + getCode());
    }

    /** The address behind the picture. */
    public String getAbsoluteTrackUrl() {
        return structured.absolute(getTrackUrl());
    }

    public String getQrSvg() {
        return QrCode.svg(getAbsoluteTrackUrl());
    }
}
