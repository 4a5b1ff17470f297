import Testing

@testable import Syncopate

/// The article's cases, aspect by aspect: what is shared and what is one's own.
struct SettingTests {
    private func usual(_ kind: Setting.Kind, together: Int, cohort: Int = 30, isDated: Bool = false) -> Arrangement {
        let setting = Setting(kind)
        return setting.arrangement(setting.usual, together: together, cohort: cohort, isDated: isDated)
    }

    @Test func aLectureSharesEverything() {
        #expect(
            usual(.lecture, together: 30)
                == Arrangement(time: .shared, place: .sameRoom, pace: .cohort, pathway: .sharedItem, space: .whole))
    }

    @Test func aMasteryRoomSharesTimeAndPlaceOnly() {
        #expect(
            usual(.masteryRoom, together: 1)
                == Arrangement(time: .shared, place: .sameRoom, pace: .own, pathway: .own, space: .solo))
        #expect(usual(.masteryRoom, together: 2).space == .pair)
        #expect(usual(.masteryRoom, together: 5).space == .smallGroup)
        #expect(usual(.masteryRoom, together: 9).space == .whole)
    }

    @Test func ownTimeSharesNothingButTheDate() {
        #expect(
            usual(.ownTime, together: 1, isDated: true)
                == Arrangement(time: .own, place: .any, pace: .deadline, pathway: .own, space: .solo))
        #expect(usual(.ownTime, together: 1).pace == .own)
    }

    @Test func aLoneUserHasNothingToChoose() {
        #expect(Setting(.alone).modes(live: .usual) == [.asyncSolo])
        #expect(!Setting(.alone).hasCohort)
        #expect(Setting(.alone).live(.usual, cohort: 30).isNone)
    }

    @Test func whereNobodyMeetsNothingLiveIsOnOffer() {
        for kind in Setting.Kind.allCases {
            let setting = Setting(kind)
            let live = setting.live(.usual, cohort: 12)
            #expect(setting.modes(live: live).contains(setting.usual))
            #expect(setting.modes(live: live).contains(.liveTeacher) == !live.isNone)
            #expect(!setting.modes(live: .none).contains(.liveTeacher) || kind == .lecture)
        }
        #expect(Setting(.lecture).live(.usual, cohort: 12).seats == 12)
    }

    @Test func peopleMeetWhereTheSettingSays() {
        let call = Setting(.classroom, place: .sameCall)
        #expect(call.arrangement(.livePeer, together: 3, cohort: 9, isDated: false).place == .sameCall)
        #expect(call.arrangement(.asyncSocial, together: 3, cohort: 9, isDated: false).place == .any)
        #expect(Setting(.classroom, place: .any).place == .sameRoom)
    }

    @Test func spacesGoByHowManyOfHowMany() {
        func space(_ together: Int, of cohort: Int) -> Arrangement.Space { .init(together: together, of: cohort) }
        #expect(space(-1, of: 30) == .solo && space(0, of: 0) == .solo && space(1, of: 30) == .solo)
        #expect(space(2, of: 30) == .pair && space(2, of: 2) == .pair)
        #expect(space(3, of: 30) == .smallGroup && space(8, of: 30) == .smallGroup && space(3, of: 3) == .whole)
        #expect(space(9, of: 30) == .whole && space(30, of: 30) == .whole)
    }
}
