package vn.minhbach.inbox;

import jakarta.persistence.EntityManager;
import java.util.List;
import vn.minhbach.access.CurrentActor;
import vn.minhbach.change.ChangeLog;
import vn.minhbach.privacy.BlindIndex;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.FieldCipher;
import vn.minhbach.web.Words;

/** What works on files beside the inbox, over one transaction. */
final class EnclosureWork {

    final InboxOnH2.Desk desk;
    final EnclosureRepository repository;
    final Enclosures enclosures;
    final EnclosureService service;
    final EnclosureDeskService staff;
    final MaskedPictureService masked;

    EnclosureWork(InboxOnH2 h2, EntityManager em, EnclosureStore store, DataKeys keys, CurrentActor actors) {
        desk = h2.new Desk(em);
        repository = new EnclosureRepository(em);
        enclosures = new Enclosures(repository, store, new FieldCipher(keys));
        service = new EnclosureService(
                repository,
                enclosures,
                desk.service,
                desk.repository,
                InboxOnH2.OPEN,
                new BlindIndex(keys),
                h2.clock());
        staff = new EnclosureDeskService(
                repository,
                enclosures,
                desk.desk,
                desk.inbox,
                desk.repository,
                new ChangeLog(em, h2.clock()),
                actors,
                h2.clock());
        masked = new MaskedPictureService(repository, enclosures);
    }

    /** What somebody sent along who shows code and contact; nothing if they do not know both. */
    List<EnclosureService.Own> own(String code, String contact) {
        return desk.service
                .track(code, contact, Words.VIETNAMESE)
                .map(service::own)
                .orElse(List.of());
    }

    /** What came with the answer, likewise. */
    List<EnclosureService.Own> answered(String code, String contact) {
        return desk.service
                .track(code, contact, Words.VIETNAMESE)
                .map(service::answered)
                .orElse(List.of());
    }

    void submit(NewSubmission sent) {
        service.submit(sent, InboxOnH2.SOMEBODY);
    }
}
